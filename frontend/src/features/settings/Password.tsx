import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { TextField } from '../../shared/ui/TextField';

export function Password() {
  const { i18n } = useLingui();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const changing = useMutation({
    mutationFn: () => api.PUT('/api/v1/me/password', { body: { current, password } }),
    onSuccess: () => {
      setCurrent('');
      setPassword('');
    },
  });
  return (
    <form
      className="card form"
      onSubmit={(event) => {
        event.preventDefault();
        changing.mutate();
      }}
    >
      <h2>{i18n.t({ id: 'password.title', message: 'Password' })}</h2>
      <TextField id="current" type="password" label={i18n.t({ id: 'password.current', message: 'The one you have' })} value={current} onChange={setCurrent} autoComplete="current-password" maxLength={256} />
      <TextField id="next" type="password" label={i18n.t({ id: 'login.newPassword', message: 'New password' })} value={password} onChange={setPassword} autoComplete="new-password" maxLength={256} />
      {changing.error && <ProblemNote error={changing.error} />}
      {changing.isSuccess && <p role="status">{i18n.t({ id: 'password.changed', message: 'Changed. Your other sessions have ended.' })}</p>}
      <button type="submit" className="button" disabled={changing.isPending}>
        {i18n.t({ id: 'password.change', message: 'Change it' })}
      </button>
    </form>
  );
}
