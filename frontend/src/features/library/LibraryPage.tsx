import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useKeys } from '../../shared/keys/keys';
import { ModelOffer } from '../../shared/models/ModelOffer';
import { Icon } from '../../shared/ui/Icon';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { filterOf, useEncounters } from './api/useEncounters';
import { useSampleVisit } from './api/useSampleVisit';
import { Days } from './Days';
import { Interrupted } from './Interrupted';
import { VisitRow } from './VisitRow';
import './library.css';

/** Every visit, those that still want a signature first to be found. */
export function LibraryPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'library.title', message: 'Visits' }));
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const { words, unsigned, from, to } = filter;
  const [typed, setTyped] = useState(words);
  const visits = useEncounters(filter);
  const sample = useSampleVisit();
  const items = visits.data?.pages.flatMap((p) => p.items) ?? [];
  const total = visits.data?.pages[0]?.total ?? 0;

  const put = (changed: Readonly<Record<string, string>>) => {
    const all = Object.entries({ ...Object.fromEntries(params), ...changed });
    setParams(all.filter(([, value]) => value), { replace: true });
  };
  const toggleUnsigned = () => put({ state: unsigned ? '' : 'unsigned' });
  useKeys({
    n: () => void navigate('/new'),
    u: toggleUnsigned,
    '/': () => document.getElementById('search')?.focus(),
    j: () => toRow(1),
    k: () => toRow(-1),
  });
  const trySample = () => sample.mutate(undefined, { onSuccess: (id) => void navigate(`/visits/${id}`) });

  return (
    <main className="page library" id="main">
      <div className="row head">
        <h1 tabIndex={-1}>{i18n.t({ id: 'library.title', message: 'Visits' })}</h1>
        <form
          role="search"
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            put({ q: typed.trim() });
          }}
        >
          <input
            id="search"
            type="search"
            value={typed}
            maxLength={200}
            placeholder={i18n.t({ id: 'library.search', message: 'Search words of a visit' })}
            aria-label={i18n.t({ id: 'library.search', message: 'Search words of a visit' })}
            onChange={(event) => {
              setTyped(event.target.value);
              if (event.target.value === '') {
                put({ q: '' });
              }
            }}
          />
          <Days from={from} to={to} onChange={put} />
          <button type="button" className="button" aria-pressed={unsigned} onClick={toggleUnsigned}>
            {unsigned && <Icon name="check" />}
            {i18n.t({ id: 'library.unsigned', message: 'Unsigned' })}
          </button>
        </form>
        <Link className="button primary" to="/new">
          <Icon name="plus" />
          {i18n.t({ id: 'library.new', message: 'New visit' })} <kbd>N</kbd>
        </Link>
      </div>
      <Interrupted />
      {sample.error && <ProblemNote error={sample.error} />}
      {visits.error ? (
        <ProblemNote error={visits.error} onRetry={() => void visits.refetch()} />
      ) : visits.isPending ? (
        <Loading />
      ) : items.length > 0 ? (
        <>
          <p className="only-heard" role="status">
            {i18n.t({ id: 'library.count', message: '{total, plural, one {# visit} other {# visits}}', values: { total } })}
          </p>
          <div className="card">
            <table className="rows">
              <thead className="only-heard">
                <tr>
                  <th scope="col">{i18n.t({ id: 'library.state', message: 'State' })}</th>
                  <th scope="col">{i18n.t({ id: 'library.visit', message: 'Visit' })}</th>
                  <th scope="col">{i18n.t({ id: 'library.when', message: 'When' })}</th>
                  <th scope="col">{i18n.t({ id: 'library.todo', message: 'To do' })}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((visit) => (
                  <VisitRow key={visit.id} visit={visit} />
                ))}
              </tbody>
            </table>
          </div>
          {visits.hasNextPage && (
            <button type="button" className="button more" disabled={visits.isFetchingNextPage} onClick={() => void visits.fetchNextPage()}>
              {i18n.t({ id: 'library.more', message: 'More' })}
            </button>
          )}
        </>
      ) : words || unsigned || from || to ? (
        <div className="empty card">
          <p>{i18n.t({ id: 'library.noneFound', message: 'No visit is like that.' })}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              setTyped('');
              setParams({}, { replace: true });
            }}
          >
            {i18n.t({ id: 'library.clear', message: 'Show all visits' })}
          </button>
        </div>
      ) : (
        <div className="stack">
          <div className="empty card">
            <h2>{i18n.t({ id: 'library.empty', message: 'No visits yet' })}</h2>
            <p className="muted">
              {i18n.t({
                id: 'library.emptyHint',
                message: 'Record one, bring a recording or a transcript, or look at a sample first.',
              })}
            </p>
            <div className="row">
              <Link className="button primary" to="/new">
                <Icon name="record" />
                {i18n.t({ id: 'library.record', message: 'Record' })}
              </Link>
              <Link className="button" to="/new?from=upload">
                <Icon name="upload" />
                {i18n.t({ id: 'library.upload', message: 'Upload' })}
              </Link>
              <button type="button" className="button" disabled={sample.isPending} onClick={trySample}>
                <Icon name="flask" />
                {i18n.t({ id: 'library.sample', message: 'Try the sample visit' })}
              </button>
            </div>
          </div>
          <ModelOffer />
        </div>
      )}
    </main>
  );
}

/** The next row's link, or the one before; from elsewhere the first. */
function toRow(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('.library tbody a')];
  const here = links.indexOf(document.activeElement as HTMLElement);
  links[here < 0 ? 0 : here + step]?.focus();
}
