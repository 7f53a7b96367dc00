import { useLingui } from '@lingui/react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, given } from '../../shared/api/client';
import { Icon } from '../../shared/ui/Icon';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { usePageTitle } from '../../shared/ui/usePageTitle';

/** The log names a visit with its kind before its id; people know it by the id of its address. */
const objectOf = (typed: string) => (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(typed) ? `encounter/${typed.toLowerCase()}` : typed);

/** Who did what, and whether the log is whole; nothing clinical. */
export function AuditPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'audit.title', message: 'Audit' }));
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [object, setObject] = useState('');
  const lines = useInfiniteQuery({
    queryKey: ['audit', from, to, object],
    initialPageParam: 0,
    queryFn: async ({ pageParam }) =>
      given(
        await api.GET('/api/v1/audit-lines', {
          params: {
            query: {
              page: pageParam,
              size: 100,
              ...(from ? { from: new Date(from).toISOString() } : {}),
              ...(to ? { to: new Date(`${to}T23:59:59.999`).toISOString() } : {}),
              ...(object.trim() ? { object: objectOf(object.trim()) } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (last) => ((last.page + 1) * last.size < last.total ? last.page + 1 : undefined),
  });
  const verifying = useMutation({ mutationFn: async () => given(await api.POST('/api/v1/audit-lines:verify')) });
  const items = lines.data?.pages.flatMap((p) => p.items) ?? [];
  const found = verifying.data;
  return (
    <main className="page stack" id="main">
      <div className="row head">
        <h1 tabIndex={-1}>{i18n.t({ id: 'audit.title', message: 'Audit' })}</h1>
        <button type="button" className="button" disabled={verifying.isPending} onClick={() => verifying.mutate()}>
          <Icon name="shield" />
          {i18n.t({ id: 'audit.verify', message: 'See whether it is whole' })}
        </button>
      </div>
      {verifying.error && <ProblemNote error={verifying.error} />}
      {found && (
        <div className={found.faults.length === 0 ? 'note-box done' : 'note-box problem'} role="status">
          <Icon name={found.faults.length === 0 ? 'check' : 'unsupported'} />
          <p>
            {found.faults.length === 0
              ? i18n.t({ id: 'audit.whole', message: 'Unbroken: {n} lines.', values: { n: i18n.number(found.lines) } })
              : found.faults.join(' ')}
          </p>
        </div>
      )}
      <form className="row filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          {i18n.t({ id: 'audit.from', message: 'From' })} <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label>
          {i18n.t({ id: 'audit.to', message: 'To' })} <input type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
        <label>
          {i18n.t({ id: 'audit.object', message: 'Of' })}{' '}
          <input value={object} maxLength={200} placeholder={i18n.t({ id: 'audit.objectHint', message: 'id of a visit' })} onChange={(event) => setObject(event.target.value)} />
        </label>
      </form>
      {lines.error ? (
        <ProblemNote error={lines.error} onRetry={() => void lines.refetch()} />
      ) : lines.isPending ? (
        <Loading />
      ) : items.length === 0 ? (
        <p className="empty card">{i18n.t({ id: 'audit.none', message: 'No line is like that.' })}</p>
      ) : (
        <section className="card">
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">{i18n.t({ id: 'audit.when', message: 'When' })}</th>
                <th scope="col">{i18n.t({ id: 'audit.who', message: 'Who' })}</th>
                <th scope="col">{i18n.t({ id: 'audit.what', message: 'What' })}</th>
                <th scope="col">{i18n.t({ id: 'audit.object', message: 'Of' })}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((line) => (
                <tr key={line.number}>
                  <td className="muted">{i18n.date(line.at, { dateStyle: 'short', timeStyle: 'medium' })}</td>
                  <td>{line.actorName}</td>
                  <td>
                    {line.action} {line.outcome !== 'DONE' && <span className="pill">{line.outcome.toLowerCase()}</span>}
                  </td>
                  <td className="muted small">{[line.object, line.detail].filter(Boolean).join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {lines.hasNextPage && (
        <button type="button" className="button more" disabled={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {i18n.t({ id: 'library.more', message: 'More' })}
        </button>
      )}
    </main>
  );
}
