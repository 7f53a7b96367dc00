import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import type { Role } from '../../shared/api/me';
import type { components } from '../../shared/api/schema';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { Secret } from '../../shared/ui/Secret';
import { TextField } from '../../shared/ui/TextField';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { useRoleNames } from '../../shared/ui/useRoleNames';

type UserAccount = components['schemas']['UserAccount'];
type Invitation = components['schemas']['Invitation'];

const ROLES = ['clinician', 'admin', 'auditor'] as const;

/** Who may come in, and as what. */
export function UsersPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'users.title', message: 'Users' }));
  const queries = useQueryClient();
  const [invitation, setInvitation] = useState<Invitation>();
  const users = useQuery({
    queryKey: ['users'],
    queryFn: async () => given(await api.GET('/api/v1/users', { params: { query: { size: 200 } } })).items,
  });
  const refresh = () => void queries.invalidateQueries({ queryKey: ['users'] });
  const invited = (made: Invitation) => {
    setInvitation(made);
    refresh();
  };
  return (
    <main className="page stack" id="main">
      <h1 tabIndex={-1}>{i18n.t({ id: 'users.title', message: 'Users' })}</h1>
      {invitation && (
        <Secret
          text={i18n.t({
            id: 'users.invitation',
            message: '{name} sets a password with this code, once, until {until}. It is shown only now.',
            values: { name: invitation.user.name, until: i18n.date(invitation.until, { dateStyle: 'medium', timeStyle: 'short' }) },
          })}
          secret={invitation.code}
          onClose={() => setInvitation(undefined)}
        />
      )}
      {users.error ? (
        <ProblemNote error={users.error} onRetry={() => void users.refetch()} />
      ) : users.isPending ? (
        <Loading />
      ) : (
        <section className="card">
          <table className="rows">
            <thead className="only-heard">
              <tr>
                <th scope="col">{i18n.t({ id: 'users.user', message: 'User' })}</th>
                <th scope="col">{i18n.t({ id: 'users.roles', message: 'Roles' })}</th>
                <th scope="col">{i18n.t({ id: 'users.lastSeen', message: 'Last seen' })}</th>
                <th scope="col">{i18n.t({ id: 'users.actions', message: 'Actions' })}</th>
              </tr>
            </thead>
            <tbody>
              {users.data.map((user) => (
                <UserRow key={user.id} user={user} onChanged={refresh} onInvited={invited} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <NewUserForm onInvited={invited} />
    </main>
  );
}

interface UserRowProps {
  user: UserAccount;
  onChanged: () => void;
  onInvited: (invitation: Invitation) => void;
}

function UserRow({ user, onChanged, onInvited }: UserRowProps) {
  const { i18n } = useLingui();
  const names = useRoleNames();
  const path = { id: user.id };
  const changing = useMutation({
    mutationFn: (body: components['schemas']['UserChange']) =>
      api.PATCH('/api/v1/users/{id}', { params: { path, header: { 'If-Match': `"${user.version}"` } }, body }),
    onSettled: onChanged,
  });
  const resetting = useMutation({
    mutationFn: async () => given(await api.POST('/api/v1/users/{id}:reset-password', { params: { path } })),
    onSuccess: onInvited,
  });
  const toggle = (role: Role) =>
    changing.mutate({ roles: user.roles.includes(role) ? user.roles.filter((r) => r !== role) : [...user.roles, role] });
  const error = changing.error ?? resetting.error;
  return (
    <tr>
      <td>
        <b>{user.name}</b> <span className="muted">{user.username}</span>{' '}
        {!user.enabled && <span className="pill">{i18n.t({ id: 'users.locked', message: 'locked out' })}</span>}
        {user.invited && <span className="pill">{i18n.t({ id: 'users.invited', message: 'invited' })}</span>}
        {error && <ProblemNote error={error} />}
      </td>
      <td>
        <fieldset className="row plain">
          <legend className="only-heard">{i18n.t({ id: 'users.rolesOf', message: 'Roles of {name}', values: { name: user.name } })}</legend>
          {ROLES.map((role) => (
            <label key={role} className="choice">
              <input type="checkbox" checked={user.roles.includes(role)} disabled={changing.isPending} onChange={() => toggle(role)} />
              {names[role]}
            </label>
          ))}
        </fieldset>
      </td>
      <td className="muted">
        {user.lastLoginAt
          ? i18n.date(user.lastLoginAt, { dateStyle: 'medium', timeStyle: 'short' })
          : i18n.t({ id: 'users.never', message: 'never' })}
      </td>
      <td>
        <div className="row">
          <button type="button" className="button small" disabled={resetting.isPending} onClick={() => resetting.mutate()}>
            {i18n.t({ id: 'users.reset', message: 'New code' })}
            <span className="only-heard"> {user.name}</span>
          </button>
          <button
            type="button"
            className={user.enabled ? 'button small danger' : 'button small'}
            disabled={changing.isPending}
            onClick={() => changing.mutate({ enabled: !user.enabled })}
          >
            {user.enabled ? i18n.t({ id: 'users.lock', message: 'Lock out' }) : i18n.t({ id: 'users.unlock', message: 'Let in' })}
            <span className="only-heard"> {user.name}</span>
          </button>
        </div>
      </td>
    </tr>
  );
}

function NewUserForm({ onInvited }: { onInvited: (invitation: Invitation) => void }) {
  const { i18n } = useLingui();
  const names = useRoleNames();
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [role, setRole] = useState<Role>('clinician');
  const inviting = useMutation({
    mutationFn: async () => given(await api.POST('/api/v1/users', { body: { name, username, roles: [role] } })),
    onSuccess: (made) => {
      setName('');
      setUsername('');
      onInvited(made);
    },
  });
  return (
    <form
      className="card form"
      onSubmit={(event) => {
        event.preventDefault();
        inviting.mutate();
      }}
    >
      <h2>{i18n.t({ id: 'users.new', message: 'Let somebody in' })}</h2>
      <TextField id="new-name" label={i18n.t({ id: 'users.name', message: 'Name, as on signed notes' })} value={name} onChange={setName} maxLength={200} />
      <TextField
        id="new-username"
        label={i18n.t({ id: 'login.username', message: 'Name to log in with' })}
        value={username}
        onChange={setUsername}
        maxLength={100}
      />
      <div className="field">
        <label htmlFor="new-role">{i18n.t({ id: 'users.role', message: 'Role' })}</label>
        <select id="new-role" value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </select>
      </div>
      {inviting.error && <ProblemNote error={inviting.error} />}
      <button type="submit" className="button primary" disabled={inviting.isPending}>
        {i18n.t({ id: 'users.invite', message: 'Make a code' })}
      </button>
    </form>
  );
}
