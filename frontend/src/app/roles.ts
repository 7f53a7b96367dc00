import type { Me, Role } from '../shared/api/me';

/** Whom a page is for, as the api's access.tsv says of what the page asks for; what has no row is for everybody. */
const FOR: Readonly<Record<string, readonly Role[]>> = {
  '/': ['clinician', 'admin'],
  '/new': ['clinician'],
  '/visits/:id': ['clinician', 'admin'],
  '/visits/:id/live': ['clinician'],
  '/visits/:id/compare': ['clinician'],
  '/note-templates': ['clinician'],
  '/models': ['clinician', 'admin'],
  '/users': ['admin'],
  '/all-visits': ['admin'],
  '/retention': ['admin'],
  '/audit': ['auditor'],
};

/** The roles that a page wants and somebody has none of; nothing is said of somebody who is not known yet. */
export function missing(path: string, who: Me | undefined): readonly Role[] {
  const roles = FOR[path] ?? [];
  return who && !roles.some((role) => who.roles.includes(role)) ? roles : [];
}
