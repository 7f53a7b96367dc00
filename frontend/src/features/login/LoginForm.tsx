import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import type { Me } from '../../shared/api/me';
import type { components } from '../../shared/api/schema';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { TextField } from '../../shared/ui/TextField';

interface LoginFormProps {
  login: components['schemas']['LoginState'] | undefined;
  onDone: (me: Me) => void;
}

/** Name and password; with an invitation's code the first password is set. */
export function LoginForm({ login, onDone }: LoginFormProps) {
  const { i18n } = useLingui();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [invited, setInvited] = useState(false);
  const entering = useMutation({
    mutationFn: async () =>
      given(
        invited
          ? await api.POST('/api/v1/password', { body: { username, code, password } })
          : await api.POST('/api/v1/session', { body: { username, password } }),
      ),
    onSuccess: onDone,
  });

  if (login?.mode === 'oidc') {
    return (
      <>
        <p>{i18n.t({ id: 'login.oidc', message: 'Your organisation knows you: it asks who you are, and brings you back here.' })}</p>
        <a className="button primary" href={login.providerPath}>
          {i18n.t({ id: 'login.title', message: 'Log in' })}
        </a>
      </>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate();
      }}
    >
      <TextField
        id="username"
        label={i18n.t({ id: 'login.username', message: 'Name to log in with' })}
        value={username}
        onChange={setUsername}
        autoComplete="username"
        maxLength={100}
      />
      {invited && (
        <TextField
          id="code"
          label={i18n.t({ id: 'login.code', message: 'Code of the invitation' })}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          maxLength={100}
        />
      )}
      <TextField
        id="password"
        type="password"
        label={invited ? i18n.t({ id: 'login.newPassword', message: 'New password' }) : i18n.t({ id: 'login.password', message: 'Password' })}
        value={password}
        onChange={setPassword}
        autoComplete={invited ? 'new-password' : 'current-password'}
        maxLength={256}
      />
      {entering.error && <ProblemNote error={entering.error} />}
      <div className="row">
        <button type="submit" className="button primary" disabled={entering.isPending}>
          {invited ? i18n.t({ id: 'login.set', message: 'Set the password and log in' }) : i18n.t({ id: 'login.title', message: 'Log in' })}
        </button>
        <button type="button" className="button quiet" onClick={() => setInvited(!invited)}>
          {invited
            ? i18n.t({ id: 'login.haveOne', message: 'I have a password' })
            : i18n.t({ id: 'login.invited', message: 'I have a code' })}
        </button>
      </div>
    </form>
  );
}
