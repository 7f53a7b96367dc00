import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useKeys } from '../../shared/keys/keys';
import { ModelOffer } from '../../shared/models/ModelOffer';
import { Icon, type IconName } from '../../shared/ui/Icon';
import { NamesField, namesIn } from '../../shared/ui/NamesField';
import { usePageTitle } from '../../shared/ui/usePageTitle';
import { PasteForm } from './PasteForm';
import { RecordForm } from './RecordForm';
import { SampleForm } from './SampleForm';
import { UploadForm } from './UploadForm';
import './newVisit.css';

const WAYS = ['record', 'upload', 'paste', 'sample'] as const;
type Way = (typeof WAYS)[number];
const ICONS: Record<Way, IconName> = { record: 'record', upload: 'upload', paste: 'paste', sample: 'flask' };

/** A visit comes in as sound from here, as a file, as words, or as the sample. */
export function NewVisitPage() {
  const { i18n } = useLingui();
  usePageTitle(i18n.t({ id: 'new.title', message: 'New visit' }));
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const asked = params.get('from') as Way | null;
  const way = asked && WAYS.includes(asked) ? asked : 'record';
  const [label, setLabel] = useState(() =>
    i18n.t({
      id: 'new.label',
      message: 'Visit of {when}',
      values: { when: i18n.date(new Date(), { dateStyle: 'medium', timeStyle: 'short' }) },
    }),
  );
  const [names, setNames] = useState('');
  const naming = { label, vocabulary: namesIn(names) };
  const [dropped, setDropped] = useState<File>();
  const choose = (next: Way) => setParams({ from: next }, { replace: true });
  const ways: Record<Way, string> = {
    record: i18n.t({ id: 'new.record', message: 'Record' }),
    upload: i18n.t({ id: 'new.upload', message: 'Upload' }),
    paste: i18n.t({ id: 'new.paste', message: 'Paste or import' }),
    sample: i18n.t({ id: 'new.sample', message: 'Sample' }),
  };
  useKeys({ r: () => choose('record'), u: () => choose('upload'), v: () => choose('paste') });

  const open = (encounter: string) => void navigate(`/visits/${encounter}`);
  return (
    // Files may be dropped anywhere on the page; the button in UploadForm does the same.
    <main
      className="page new-visit"
      id="main"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        setDropped(event.dataTransfer.files[0]);
        choose('upload');
      }}
    >
      <h1 tabIndex={-1}>{i18n.t({ id: 'new.title', message: 'New visit' })}</h1>
      <div className="ways" role="group" aria-label={i18n.t({ id: 'new.ways', message: 'How the visit comes in' })}>
        {WAYS.map((name) => (
          <button key={name} type="button" className="button" aria-pressed={name === way} onClick={() => choose(name)}>
            <Icon name={ICONS[name]} />
            {ways[name]}
          </button>
        ))}
      </div>
      <section className="card form">
        {way !== 'sample' && (
          <div className="field">
            <label htmlFor="label">{i18n.t({ id: 'new.labelField', message: 'Label' })}</label>
            <input id="label" value={label} maxLength={200} required onChange={(event) => setLabel(event.target.value)} />
            <p className="muted small">
              {i18n.t({ id: 'new.labelHint', message: "What you will know the visit by. The patient's name need not be in it." })}
            </p>
          </div>
        )}
        {(way === 'record' || way === 'upload') && (
          // Folded away: on most days one goes straight to the consent.
          <details>
            <summary>{i18n.t({ id: 'names.title', message: 'Names to listen for' })}</summary>
            <NamesField value={names} onChange={setNames} />
          </details>
        )}
        {way === 'record' && <RecordForm naming={naming} onStarted={(id) => void navigate(`/visits/${id}/live`)} />}
        {way === 'upload' && <UploadForm key={dropped?.name} naming={naming} dropped={dropped} onDone={open} />}
        {way === 'paste' && <PasteForm naming={naming} onDone={open} />}
        {way === 'sample' && <SampleForm onDone={open} />}
      </section>
      {/* Last: it is known after the rest is drawn, and moves nothing there. */}
      {(way === 'record' || way === 'upload') && <ModelOffer brief />}
    </main>
  );
}
