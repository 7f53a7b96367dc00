import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import type { Me } from '../../shared/api/me';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { TextField } from '../../shared/ui/TextField';

/** The first account: whoever can read the service's log is the one who runs it. */
export function SetupForm({ onDone }: { onDone: (me: Me) => void }) {
  const { i18n } = useLingui();
  const [body, setBody] = useState({ code: '', name: '', username: '', password: '' });
  const set = (field: keyof typeof body) => (value: string) => setBody({ ...body, [field]: value });
  const making = useMutation({
    mutationFn: async () => given(await api.POST('/api/v1/setup', { body })),
    onSuccess: onDone,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}
    >
      <p>
        {i18n.t({
          id: 'setup.text',
          message: 'Nobody has an account here yet. Make the first one: it may do all that a clinician does, and lets others in.',
        })}
      </p>
      <TextField
        id="code"
        label={i18n.t({ id: 'setup.code', message: 'One-time code' })}
        hint={i18n.t({ id: 'setup.codeHint', message: 'It stands in the log of the service, in the line that says “set-up code”. With compose: docker compose logs api' })}
        value={body.code}
        onChange={set('code')}
        autoComplete="one-time-code"
        maxLength={100}
      />
      <TextField
        id="name"
        label={i18n.t({ id: 'setup.name', message: 'Your name' })}
        hint={i18n.t({ id: 'setup.nameHint', message: 'As it will stand on the notes that you sign.' })}
        value={body.name}
        onChange={set('name')}
        autoComplete="name"
        maxLength={200}
      />
      <TextField
        id="username"
        label={i18n.t({ id: 'login.username', message: 'Name to log in with' })}
        value={body.username}
        onChange={set('username')}
        autoComplete="username"
        maxLength={100}
      />
      <TextField
        id="password"
        type="password"
        label={i18n.t({ id: 'login.password', message: 'Password' })}
        value={body.password}
        onChange={set('password')}
        autoComplete="new-password"
        maxLength={256}
      />
      {making.error && <ProblemNote error={making.error} />}
      <button type="submit" className="button primary" disabled={making.isPending}>
        {i18n.t({ id: 'setup.make', message: 'Make the account' })}
      </button>
    </form>
  );
}
