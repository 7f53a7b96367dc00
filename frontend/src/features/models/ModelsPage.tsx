import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../../shared/api/me';
import * as queries from '../../shared/api/queries';
import type { components } from '../../shared/api/schema';
import { inOrder, isOffered } from '../../shared/models/few';
import { type Model, ModelRow } from '../../shared/models/ModelRow';
import '../../shared/models/models.css';
import { isWanted } from '../../shared/models/useDownload';
import { Icon } from '../../shared/ui/Icon';
import { Loading } from '../../shared/ui/Loading';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { ImportModel } from './ImportModel';

type Provider = components['schemas']['ProviderView'];

/** What hears and what writes: what is ready, what is not, and the one thing that mends it. */
export function ModelsPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'app.models', message: 'Models' }));
  const providers = useQuery(queries.providers);
  const models = useQuery(queries.models);
  const first = useSearchParams()[0].has('first');
  const admin = useMay('admin');
  const hears = providers.data?.recognizers.some((r) => r.ready);
  const few = [...all(models.data, (m) => m.state === 'installed' && !isOffered(m)), ...all(models.data, isOffered).sort(inOrder)];
  const others = all(models.data, (m) => m.state !== 'installed' && !isOffered(m));
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
            {hears
              ? i18n.t({ id: 'models.firstReady', message: 'A recognizer is ready here. Another model can be had now or later.' })
              : i18n.t({
                  id: 'models.firstText',
                  message: 'Nothing here can hear yet. Get a model: a larger one makes fewer mistakes and takes longer. The download goes on while you look around; transcripts can be pasted without one.',
                })}
          </p>
          <div className="row">
            {hears && (
              <Link className="button primary" to="/new">
                {i18n.t({ id: 'offer.record', message: 'Record a visit' })}
              </Link>
            )}
            <Link className="button" to="/">
              {i18n.t({ id: 'models.goOnToVisits', message: 'Go on to the visits' })}
            </Link>
          </div>
        </>
      )}
      {(providers.error ?? models.error) && <ProblemNote error={providers.error ?? models.error} />}
      {(providers.isPending || models.isPending) && <Loading />}
      {models.data && (
        <section className="card" aria-labelledby="speech-models">
          <h2 id="speech-models" className="card-title">
            {i18n.t({ id: 'models.speech', message: 'Models for speech recognition' })}
          </h2>
          <Rows models={few} />
          {others.length > 0 && <Others models={others} />}
          {admin && <ImportModel />}
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

const all = (models: readonly Model[] | undefined, which: (model: Model) => boolean) => models?.filter(which) ?? [];

/** Open from the start where one of them is on its way, stopped, or failed; then as one leaves it. */
function Others({ models }: { models: readonly Model[] }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(() => models.some((m) => m.state === 'partial' || isWanted(m.id)));
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="card-title">{i18n.t({ id: 'models.all', message: 'All other models' })}</summary>
      <Rows models={models} />
    </details>
  );
}

function Rows({ models }: { models: readonly Model[] }) {
  return (
    <ul>
      {models.map((model) => (
        <ModelRow key={model.id} model={model} />
      ))}
    </ul>
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
