import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, given } from '../../shared/api/client';
import * as queries from '../../shared/api/queries';
import { follow, hasEnded, type Job } from '../../shared/api/jobEvents';
import type { components } from '../../shared/api/schema';
import { Icon } from '../../shared/ui/Icon';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { ImportModel } from './ImportModel';

type Model = components['schemas']['ModelView'];
type Provider = components['schemas']['ProviderView'];

/** What hears and what writes: what is ready, what is not, and the one thing that mends it. */
export function ModelsPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'app.models', message: 'Models' }));
  const providers = useQuery(queries.providers);
  const models = useQuery(queries.models);
  const first = useSearchParams()[0].has('first');
  const [few, others] = first ? halves(models.data ?? []) : [models.data ?? [], []];
  const rows = (some: readonly Model[]) => (
    <table className="rows">
      <tbody>
        {some.map((model) => (
          <ModelRow key={model.id} model={model} />
        ))}
      </tbody>
    </table>
  );
  return (
    <main className="page stack" id="main">
      <h1 tabIndex={-1}>
        {first
          ? i18n.t({ id: 'models.first', message: 'What shall hear the visits?' })
          : i18n.t({ id: 'models.title', message: 'Models and providers' })}
      </h1>
      {first && (
        <>
          <p>
            {providers.data?.recognizers.some((r) => r.ready)
              ? i18n.t({ id: 'models.firstReady', message: 'A recognizer is ready here. Another model can be had now or later.' })
              : i18n.t({
                  id: 'models.firstText',
                  message: 'Nothing here can hear yet. Get a model: a larger one makes fewer mistakes and takes longer. The download goes on while you look around; transcripts can be pasted without one.',
                })}
          </p>
          <Link className="button primary file" to="/">
            {i18n.t({ id: 'models.goOnToVisits', message: 'Go on to the visits' })}
          </Link>
        </>
      )}
      {(providers.error ?? models.error) && <ProblemNote error={providers.error ?? models.error} />}
      {(providers.isPending || models.isPending) && <Loading />}
      {models.data && (
        <section className="card" aria-labelledby="speech-models">
          <h2 id="speech-models" className="card-title">
            {i18n.t({ id: 'models.speech', message: 'Models for speech recognition' })}
          </h2>
          {rows(few)}
          {others.length > 0 && (
            <details>
              <summary className="card-title">{i18n.t({ id: 'models.all', message: 'All other models' })}</summary>
              {rows(others)}
            </details>
          )}
          <ImportModel />
        </section>
      )}
      {providers.data && (
        <>
          <ProviderList title={i18n.t({ id: 'models.recognizers', message: 'What hears' })} providers={providers.data.recognizers} hears />
          <ProviderList title={i18n.t({ id: 'models.writers', message: 'What writes' })} providers={providers.data.languageModels} />
        </>
      )}
    </main>
  );
}

/** What most will want, from quick to careful; then the rest. */
const FEW = ['whisper-base.en', 'whisper-small.en', 'whisper-small', 'vosk-model-small-en-us-0.15'];

function halves(models: readonly Model[]): [Model[], Model[]] {
  const wanted = (model: Model) => model.state === 'installed' || FEW.includes(model.id);
  return [models.filter(wanted), models.filter((model) => !wanted(model))];
}

function ModelRow({ model }: { model: Model }) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const [job, setJob] = useState<Job>();
  const pulling = useMutation({
    mutationFn: async () => given(await api.POST('/api/v1/models/{id}:pull', { params: { path: { id: model.id } } })),
    onSuccess: (started) =>
      follow(started.id, (now) => {
        setJob(now);
        if (hasEnded(now)) {
          void client.invalidateQueries(queries.models);
          void client.invalidateQueries(queries.providers);
        }
      }),
  });
  const removing = useMutation({
    mutationFn: () => api.DELETE('/api/v1/models/{id}', { params: { path: { id: model.id } } }),
    onSuccess: () => client.invalidateQueries(),
  });
  const running = job && !hasEnded(job);
  return (
    <tr>
      <td>
        <b>{model.id}</b>
        {job?.problem && <p className="fault small">{job.problem.detail}</p>}
      </td>
      <td className="muted">
        {model.state === 'installed'
          ? i18n.t({ id: 'models.ready', message: 'ready' })
          : running
            ? `${Math.round((job.fraction ?? 0) * 100)} %`
            : model.state === 'partial'
              ? i18n.t({ id: 'models.begun', message: 'begun' })
              : i18n.t({ id: 'models.notHere', message: 'not here' })}
      </td>
      <td className="muted">{i18n.number(model.size / 1_000_000, { maximumFractionDigits: 0 })} MB</td>
      <td className="muted wide-only">{model.licence}</td>
      <td>
        {model.state === 'installed' ? (
          <button type="button" className="button small" disabled={removing.isPending} onClick={() => removing.mutate()}>
            {i18n.t({ id: 'models.remove', message: 'Remove' })}
            <span className="only-heard"> {model.id}</span>
          </button>
        ) : (
          <button type="button" className="button small" disabled={running ?? pulling.isPending} onClick={() => pulling.mutate()}>
            {model.state === 'partial'
              ? i18n.t({ id: 'models.goOn', message: 'Go on' })
              : i18n.t({ id: 'models.get', message: 'Get' })}
            <span className="only-heard"> {model.id}</span>
          </button>
        )}
        {running && <progress value={job.fraction ?? 0} aria-label={model.id} />}
      </td>
    </tr>
  );
}

function ProviderList({ title, providers, hears = false }: { title: string; providers: readonly Provider[]; hears?: boolean }) {
  const { i18n } = useLingui();
  return (
    <section className="card" aria-label={title}>
      <h2 className="card-title">{title}</h2>
      <ul>
        {providers.map((p) => (
          <li key={p.id} className="provider">
            <Icon name={p.ready ? 'check' : 'unsupported'} />
            <div>
              <b>{p.id}</b> <span className="muted">{p.summary}</span>
              {p.remote && <span className="pill">{i18n.t({ id: 'models.remote', message: 'sends to another machine' })}</span>}
              <p className="small">{p.ready ? i18n.t({ id: 'models.ready', message: 'ready' }) : p.remedy}</p>
              {hears && p.ready && !p.remote && (
                <p className="muted small">
                  {p.realTimeFactor === undefined
                    ? i18n.t({ id: 'models.notMeasured', message: 'How long it takes on this machine is measured with the first recording.' })
                    : i18n.t({
                        id: 'models.factor',
                        message: 'Measured on this machine: {seconds} s for a minute of speech ({factor} × real time)',
                        values: {
                          seconds: i18n.number(60 * p.realTimeFactor, { maximumFractionDigits: 0 }),
                          factor: i18n.number(p.realTimeFactor, { maximumSignificantDigits: 2 }),
                        },
                      })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
