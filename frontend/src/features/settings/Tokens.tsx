import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import type { Me } from '../../shared/api/me';
import type { components } from '../../shared/api/schema';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { Secret } from '../../shared/ui/Secret';
import { TextField } from '../../shared/ui/TextField';

type Scope = components['schemas']['NewToken']['scopes'][number];

/** With which programs come in for somebody. */
export function Tokens({ me }: { me: Me }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('read');
  const [secret, setSecret] = useState<string>();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['tokens'] });
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: async () => given(await api.GET('/api/v1/tokens')).items });
  const making = useMutation({
    mutationFn: async () => given(await api.POST('/api/v1/tokens', { body: { name, scopes: [scope] } })),
    onSuccess: (made) => {
      setSecret(made.secret);
      setName('');
      refresh();
    },
  });
  const revoking = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } }),
    onSettled: refresh,
  });
  const scopes: [Scope, string, Me['roles'][number]][] = [
    ['read', i18n.t({ id: 'token.read', message: 'reads my visits' }), 'clinician'],
    ['write', i18n.t({ id: 'token.write', message: 'does all that I may with visits' }), 'clinician'],
    ['transcribe', i18n.t({ id: 'token.transcribe', message: 'turns speech into text, and nothing else' }), 'clinician'],
    ['admin', i18n.t({ id: 'token.admin', message: 'does what an admin does' }), 'admin'],
    ['audit', i18n.t({ id: 'token.audit', message: 'reads the audit' }), 'auditor'],
  ];
  const error = tokens.error ?? making.error ?? revoking.error;
  return (
    <section className="card form" aria-labelledby="tokens">
      <h2 id="tokens">{i18n.t({ id: 'tokens.title', message: 'Tokens for programs' })}</h2>
      {error && <ProblemNote error={error} />}
      {secret !== undefined && (
        <Secret
          text={i18n.t({ id: 'tokens.once', message: 'The program sends this as “Authorization: Bearer …”. It is shown only now.' })}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
      <ul>
        {tokens.data?.map((token) => (
          <li key={token.id} className="provider">
            <div>
              <b>{token.name}</b> <span className="muted">{token.scopes.map((each) => scopes.find(([id]) => id === each)?.[1] ?? each).join(', ')}</span>
              <p className="muted small">
                {i18n.t({ id: 'tokens.until', message: 'valid until {until}', values: { until: i18n.date(token.expiresAt, { dateStyle: 'medium' }) } })}
                {token.lastUsedAt &&
                  ` · ${i18n.t({ id: 'tokens.used', message: 'last used {at}', values: { at: i18n.date(token.lastUsedAt, { dateStyle: 'medium', timeStyle: 'short' }) } })}`}
              </p>
            </div>
            <button type="button" className="button small danger" onClick={() => revoking.mutate(token.id)}>
              {i18n.t({ id: 'tokens.revoke', message: 'Revoke' })}
              <span className="only-heard"> {token.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          making.mutate();
        }}
      >
        <TextField id="token-name" label={i18n.t({ id: 'tokens.name', message: 'What it is for' })} value={name} onChange={setName} maxLength={200} />
        <div className="field">
          <label htmlFor="token-scope">{i18n.t({ id: 'tokens.scope', message: 'The program' })}</label>
          <select id="token-scope" value={scope} onChange={(event) => setScope(event.target.value as Scope)}>
            {scopes
              .filter(([, , role]) => me.roles.includes(role))
              .map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
          </select>
        </div>
        <button type="submit" className="button" disabled={making.isPending}>
          {i18n.t({ id: 'tokens.make', message: 'Make a token' })}
        </button>
      </form>
    </section>
  );
}
