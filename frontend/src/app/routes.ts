import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { matchPath } from 'react-router';
import { encounters, filterOf } from '../features/library/api/useEncounters';
import { LibraryPage } from '../features/library/LibraryPage';
import * as visit from '../features/review/api/visitQueries';
import * as shared from '../shared/api/queries';
import { part } from '../shared/ui/part';

type Load = () => Promise<ComponentType>;

/** What is not the entry is fetched when it is asked for. */
const PARTS: Readonly<Record<string, Load>> = {
  '/new': async () => (await import('../features/newVisit/NewVisitPage')).NewVisitPage,
  '/visits/:id/live': async () => (await import('../features/live/LivePage')).LivePage,
  '/visits/:id/compare': async () => (await import('../features/compare/ComparePage')).ComparePage,
  '/visits/:id': async () => (await import('../features/review/ReviewPage')).ReviewPage,
  '/note-templates': async () => (await import('../features/templates/TemplatesPage')).TemplatesPage,
  '/models': async () => (await import('../features/models/ModelsPage')).ModelsPage,
  '/users': async () => (await import('../features/admin/UsersPage')).UsersPage,
  '/all-visits': async () => (await import('../features/admin/AllVisitsPage')).AllVisitsPage,
  '/retention': async () => (await import('../features/admin/RetentionPage')).RetentionPage,
  '/audit': async () => (await import('../features/admin/AuditPage')).AuditPage,
  '/settings': async () => (await import('../features/settings/SettingsPage')).SettingsPage,
};

const LATER = Object.fromEntries(Object.entries(PARTS).map(([path, load]) => [path, part(load)]));

/** Every page by its path. */
export const ROUTES: Readonly<Record<string, ComponentType>> = { '/': LibraryPage, ...LATER };

/** Has what the page at an address will want come at once, instead of one after the other, and waits for the page's own part. What does not come is asked for again by the page itself. */
export async function ahead({ pathname, search }: { pathname: string; search: string }, queries: QueryClient): Promise<void> {
  const path = Object.keys(ROUTES).find((each) => matchPath(each, pathname));
  if (path === '/') {
    void queries.prefetchInfiniteQuery(encounters(filterOf(new URLSearchParams(search))));
  } else if (path === '/visits/:id') {
    const id = matchPath(path, pathname)!.params.id!;
    void queries.prefetchQuery(visit.encounter(id));
    void queries.prefetchQuery(visit.notes(id));
    void queries.prefetchQuery(visit.transcripts(id));
    void queries.prefetchQuery(visit.jobs(id));
  } else if (path === '/note-templates') {
    void queries.prefetchQuery(shared.templates);
  } else if (path === '/models') {
    void queries.prefetchQuery(shared.models);
    void queries.prefetchQuery(shared.providers);
  }
  await LATER[path ?? '']?.ahead().catch(() => undefined);
}
