import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, given } from '../../shared/api/client';
import * as queries from '../../shared/api/queries';
import { useWork } from '../../shared/api/useWork';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { wordsThatDiffer } from './wordsThatDiffer';
import './compare.css';

/** What the api's comparison gives: OpenAPI calls a job's result an object. */
interface Comparison {
  recognizers: { id: string; model: string; text: string; words: number; audioSeconds: number; seconds: number; failure?: string }[];
  agreements: { one: string; other: string; percent: number }[];
}

/** Two recognizers hear one recording: their words side by side, those that differ marked, and how long each took. */
export function ComparePage() {
  const { i18n } = useLingui();
  const id = useParams().id!;
  usePageTitle(i18n.t({ id: 'compare.title', message: 'Compare recognizers' }));
  const [chosen, setChosen] = useState<readonly [string, string]>();
  const encounter = useQuery({
    queryKey: ['encounter', id],
    queryFn: async () => given(await api.GET('/api/v1/encounters/{id}', { params: { path: { id } } })),
  });
  const providers = useQuery(queries.providers);
  const recording = encounter.data?.recordings.at(-1)?.id;
  const ready = providers.data?.recognizers.filter((r) => r.ready).map((r) => r.id) ?? [];
  const [one, other] = chosen ?? [ready[0] ?? '', ready[1] ?? ready[0] ?? ''];
  const { beginning, job, result, running } = useWork<Comparison>({
    begin: async () =>
      given(
        await api.POST('/api/v1/recordings/{id}:compare', {
          params: { path: { id: recording! } },
          body: { recognizers: [...new Set([one, other])] },
        }),
      ),
  });
  const error = encounter.error ?? providers.error ?? beginning.error ?? result.error;
  const choice = (name: string, label: string, value: string, choose: (value: string) => void) => (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} value={value} onChange={(event) => choose(event.target.value)}>
        {ready.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </div>
  );
  return (
    <main className="page stack" id="main">
      <h1 tabIndex={-1}>{i18n.t({ id: 'compare.title', message: 'Compare recognizers' })}</h1>
      <Link to={`/visits/${id}`}>{encounter.data?.label}</Link>
      {error && <ProblemNote error={error} />}
      {providers.isPending || encounter.isPending ? (
        <Loading />
      ) : recording === undefined ? (
        <p>{i18n.t({ id: 'compare.noRecording', message: 'This visit has no recording.' })}</p>
      ) : ready.length === 0 ? (
        <p>
          {i18n.t({ id: 'compare.noneReady', message: 'No recognizer is ready on this machine.' })}{' '}
          <Link to="/models">{i18n.t({ id: 'hear.models', message: 'What can hear it' })}</Link>
        </p>
      ) : (
        <form
          className="card form compare-form"
          onSubmit={(event) => {
            event.preventDefault();
            beginning.mutate();
          }}
        >
          {choice('one', i18n.t({ id: 'compare.one', message: 'One' }), one, (value) => setChosen([value, other]))}
          {choice('other', i18n.t({ id: 'compare.other', message: 'The other' }), other, (value) => setChosen([one, value]))}
          <button type="submit" className="button primary" disabled={running || one === other}>
            {running ? i18n.t({ id: 'review.hearing', message: 'Hearing what was said…' }) : i18n.t({ id: 'compare.go', message: 'Let both hear it' })}
          </button>
          {one === other && (
            <p className="muted">
              {ready.length === 1
                ? i18n.t({ id: 'compare.onlyOne', message: 'Only {name} is ready on this machine: a second one is needed to compare it with.', values: { name: one } })
                : i18n.t({ id: 'compare.same', message: 'Choose two different ones.' })}{' '}
              {ready.length === 1 && <Link to="/models">{i18n.t({ id: 'hear.models', message: 'What can hear it' })}</Link>}
            </p>
          )}
        </form>
      )}
      {running && <progress {...(job?.fraction === undefined ? {} : { value: job.fraction })} aria-label={i18n.t({ id: 'review.progress', message: 'Progress' })} />}
      {job?.state === 'failed' && <p className="fault">{job.problem?.detail}</p>}
      {result.data && <Heard comparison={result.data} />}
    </main>
  );
}

function Heard({ comparison }: { comparison: Comparison }) {
  const { i18n } = useLingui();
  const [first, second] = comparison.recognizers;
  const texts = wordsThatDiffer(first?.text ?? '', second?.text ?? first?.text ?? '');
  const agreement = comparison.agreements[0];
  return (
    <>
      {agreement && (
        <p>{i18n.t({ id: 'compare.agree', message: '{n} % of the words are the same.', values: { n: Math.round(agreement.percent) } })}</p>
      )}
      <div className="heard">
        {comparison.recognizers.map((heard, i) => (
          <section key={heard.id} className="card form" aria-label={heard.id}>
            <h2>{heard.id}</h2>
            <p className="muted small">{heard.model}</p>
            {heard.failure ? (
              <p className="fault">{heard.failure}</p>
            ) : (
              <>
                <p className="muted small">
                  {i18n.t({
                    id: 'compare.took',
                    message: '{words} words in {seconds} s, {factor} times as long as the recording',
                    values: {
                      words: heard.words,
                      seconds: i18n.number(heard.seconds, { maximumFractionDigits: 1 }),
                      factor: i18n.number(heard.seconds / Math.max(0.1, heard.audioSeconds), { maximumFractionDigits: 2 }),
                    },
                  })}
                </p>
                <p lang="en">
                  {texts[i === 0 ? 0 : 1].map(({ text, differs }, k) => (differs ? <mark key={k}>{text}</mark> : <span key={k}>{text}</span>))}
                </p>
              </>
            )}
          </section>
        ))}
      </div>
    </>
  );
}
