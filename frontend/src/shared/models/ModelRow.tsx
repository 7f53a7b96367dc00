import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client';
import { useMay } from '../api/me';
import type { components } from '../api/schema';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ProblemNote } from '../ui/ProblemNote';
import { timeLeft } from '../ui/timeLeft';
import { useDownload } from './useDownload';
import { goodFor } from './goodFor';

export type Model = components['schemas']['ModelView'];

/** A model: what it is good for, how large it is, under which licence, and the one thing to do with it. */
export function ModelRow({ model }: { model: Model }) {
  const { i18n } = useLingui();
  const admin = useMay('admin');
  const download = useDownload(model.id);
  const megabytes = (bytes: number) => i18n.t({ id: 'models.megabytes', message: '{n} MB', values: { n: i18n.number(bytes / 1_000_000, { maximumFractionDigits: 0 }) } });
  const percent = (part: number) => i18n.number(part, { style: 'percent' });
  const language =
    model.language === 'mul'
      ? i18n.t({ id: 'models.manyLanguages', message: 'many languages' })
      : model.language && new Intl.DisplayNames(i18n.locale, { type: 'language' }).of(model.language);
  const begun = model.state === 'partial' && model.received !== undefined;
  return (
    <li className="model">
      <div>
        <b>{model.id}</b>
        <p className="small">{goodFor(model.id, i18n)}</p>
        <p className="muted small">{[megabytes(model.size), language, model.licence].filter(Boolean).join(' · ')}</p>
        {download.problem && !download.running && <p className="fault small" role="alert">{download.problem}</p>}
        {download.error && <ProblemNote error={download.error} />}
      </div>
      {model.state === 'installed' ? (
        <div className="end">
          <span className="pill ok">{i18n.t({ id: 'models.ready', message: 'ready' })}</span>
          {admin && <Remove model={model} />}
        </div>
      ) : download.running ? (
        <div className="end download">
          <div>
            <progress {...(download.fraction === undefined ? {} : { value: download.fraction })} aria-label={model.id} />
            <span className="muted small">
              {[download.fraction !== undefined && percent(download.fraction), download.secondsLeft !== undefined && timeLeft(download.secondsLeft, i18n)]
                .filter(Boolean)
                .join(' · ') || i18n.t({ id: 'models.begins', message: 'begins…' })}
            </span>
          </div>
          <button type="button" className="button small" onClick={download.stop}>
            {i18n.t({ id: 'models.stop', message: 'Stop' })}
            <span className="only-heard"> {model.id}</span>
          </button>
        </div>
      ) : (
        <div className="end">
          {begun && <span className="muted small">{i18n.t({ id: 'models.begun', message: '{part} is here', values: { part: percent(model.received! / model.size) } })}</span>}
          {admin && (
            <button type="button" className="button small" disabled={download.waiting} onClick={download.start}>
              {begun ? i18n.t({ id: 'models.goOn', message: 'Go on' }) : i18n.t({ id: 'models.get', message: 'Get' })}
              <span className="only-heard"> {model.id}</span>
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** A model that is gone has to be downloaded again: that is asked once. */
function Remove({ model }: { model: Model }) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const removing = useMutation({
    mutationFn: () => api.DELETE('/api/v1/models/{id}', { params: { path: { id: model.id } } }),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <>
      <button type="button" className="button small" onClick={() => setAsked(true)}>
        {i18n.t({ id: 'models.remove', message: 'Remove' })}
        <span className="only-heard"> {model.id}</span>
      </button>
      {asked && (
        <ConfirmDialog
          title={i18n.t({ id: 'models.removeTitle', message: 'Remove {id}?', values: { id: model.id } })}
          act={i18n.t({ id: 'models.removeNow', message: 'Remove it' })}
          doing={removing}
          onClose={() => setAsked(false)}
        >
          <p>{i18n.t({ id: 'models.removeText', message: 'Visits cannot be heard with it any more. It can be downloaded or brought again.' })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
