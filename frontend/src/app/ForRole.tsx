import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { type Role, useMe } from '../shared/api/me';
import { Icon } from '../shared/ui/Icon';
import { usePageTitle } from '../shared/ui/usePageTitle';
import { useRoleNames } from '../shared/ui/useRoleNames';
import { missing } from './roles';

/** A page, or that it is for somebody else: asking the api again would change nothing. */
export function ForRole({ path, children }: { path: string; children: ReactNode }) {
  const roles = missing(path, useMe().data);
  return roles.length === 0 ? children : <NotForYou roles={roles} />;
}

function NotForYou({ roles }: { roles: readonly Role[] }) {
  const { i18n } = useLingui();
  const names = useRoleNames();
  usePageTitle(i18n.t({ id: 'role.title', message: 'Not for your account' }));
  return (
    <main className="page stack" id="main">
      <h1 tabIndex={-1}>{i18n.t({ id: 'role.title', message: 'Not for your account' })}</h1>
      <div className="note-box">
        <Icon name="lock" />
        <p>
          {i18n.t({
            id: 'role.missing',
            message: 'This page is for the role {roles}, which your account does not have. Ask an admin of this service for it, then load the page again.',
            values: { roles: new Intl.ListFormat(i18n.locale, { type: 'disjunction' }).format(roles.map((role) => names[role])) },
          })}
        </p>
      </div>
    </main>
  );
}
