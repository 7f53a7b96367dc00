import { useLingui } from '@lingui/react';
import type { Role } from '../api/me';

export function useRoleNames(): Record<Role, string> {
  const { i18n } = useLingui();
  return {
    clinician: i18n.t({ id: 'role.clinician', message: 'Clinician' }),
    admin: i18n.t({ id: 'role.admin', message: 'Admin' }),
    auditor: i18n.t({ id: 'role.auditor', message: 'Auditor' }),
  };
}
