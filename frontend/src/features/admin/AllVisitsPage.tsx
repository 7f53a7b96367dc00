import { useLingui } from '@lingui/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import type { components } from '../../shared/api/schema';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { BreakGlassDialog } from './BreakGlassDialog';

type Stub = components['schemas']['EncounterStub'];

/** That visits exist and whose they are; an admin who has to read one says why. */
export function AllVisitsPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'allVisits.title', message: 'All visits' }));
  const [opening, setOpening] = useState<Stub>();
  const visits = useInfiniteQuery({
    queryKey: ['all-visits'],
    initialPageParam: 0,
    queryFn: async ({ pageParam }) =>
      given(await api.GET('/api/v1/admin/encounters', { params: { query: { page: pageParam, size: 50 } } })),
    getNextPageParam: (last) => ((last.page + 1) * last.size < last.total ? last.page + 1 : undefined),
  });
  const items = visits.data?.pages.flatMap((page) => page.items) ?? [];
  const when = (at: string) => i18n.date(at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <main className="page stack" id="main">
      <h1 tabIndex={-1}>{i18n.t({ id: 'allVisits.title', message: 'All visits' })}</h1>
      <p className="muted">
        {i18n.t({
          id: 'allVisits.text',
          message: 'What was said is for the clinician of a visit, and for those it is shared with. In an emergency an admin opens one for an hour; the reason is kept, and its clinician sees it.',
        })}
      </p>
      {visits.error ? (
        <ProblemNote error={visits.error} onRetry={() => void visits.refetch()} />
      ) : visits.isPending ? (
        <Loading />
      ) : items.length === 0 ? (
        <p className="empty card">{i18n.t({ id: 'library.empty', message: 'No visits yet' })}</p>
      ) : (
        <section className="card">
          <table className="rows">
            <thead className="only-heard">
              <tr>
                <th scope="col">{i18n.t({ id: 'library.when', message: 'When' })}</th>
                <th scope="col">{i18n.t({ id: 'role.clinician', message: 'Clinician' })}</th>
                <th scope="col">{i18n.t({ id: 'users.actions', message: 'Actions' })}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((visit) => (
                <tr key={visit.id}>
                  <td>{when(visit.createdAt)}</td>
                  <td>{visit.owner.name}</td>
                  <td>
                    <button type="button" className="button small danger" onClick={() => setOpening(visit)}>
                      {i18n.t({ id: 'glass.open', message: 'Open in an emergency…' })}
                      <span className="only-heard"> {visit.owner.name}, {when(visit.createdAt)}</span>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {visits.hasNextPage && (
        <button type="button" className="button more" disabled={visits.isFetchingNextPage} onClick={() => void visits.fetchNextPage()}>
          {i18n.t({ id: 'library.more', message: 'More' })}
        </button>
      )}
      {opening && <BreakGlassDialog visit={opening} onClose={() => setOpening(undefined)} />}
    </main>
  );
}
