import { useLingui } from '@lingui/react';
import { useEffect, useId, useState } from 'react';
import type { MicrophoneFault } from '../../recording/microphone';
import { useRecorder, useRecording } from '../../recording/useRecording';
import { preferences } from '../../shared/preferences';
import { Icon } from '../../shared/ui/Icon';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import type { Naming } from './api/newEncounter';
import { startRecording } from './api/startRecording';
import { Consent, consentWording } from './Consent';

interface RecordFormProps {
  naming: Naming;
  onStarted: (encounter: string) => void;
}

export function RecordForm({ naming, onStarted }: RecordFormProps) {
  const { i18n } = useLingui();
  const recorder = useRecorder();
  const { phase, fault } = useRecording();
  const wording = useId();
  const [agreed, setAgreed] = useState(false);
  const [givenBy, setGivenBy] = useState(() => i18n.t({ id: 'consent.patient', message: 'The patient' }));
  const consent = agreed && givenBy.trim() !== '' ? { givenBy: givenBy.trim(), wording: consentWording(i18n) } : undefined;
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>();
  const secure = window.isSecureContext;
  const busy = ['recording', 'paused', 'finishing'].includes(phase);

  // What shows the recording comes before it begins: by then the network may be gone.
  useEffect(() => {
    void import('../live/LivePage').catch(() => undefined);
  }, []);

  const start = async () => {
    setAsked(true);
    setError(undefined);
    if (!consent) {
      return;
    }
    let encounter = '';
    try {
      await recorder.start(preferences.microphone.get() ?? undefined, async () => {
        const target = await startRecording(naming, consent);
        encounter = target.encounter;
        return target;
      });
    } catch (e) {
      setError(e);
      return;
    }
    if (recorder.snapshot().phase === 'recording') {
      onStarted(encounter);
    }
  };

  if (!secure) {
    return <MicrophoneProblem fault="insecure" />;
  }
  return (
    <>
      <Consent id={wording} givenBy={givenBy} onGivenBy={setGivenBy} />
      {phase === 'failed' && fault && fault !== 'full' && fault !== 'refused' && <MicrophoneProblem fault={fault} />}
      {error !== undefined && <ProblemNote error={error} onRetry={() => void start()} />}
      {busy && (
        <p role="status">{i18n.t({ id: 'record.busy', message: 'Another visit is being recorded in this window: finish it first.' })}</p>
      )}
      <div className="start-bar">
        <label className="choice">
          <input type="checkbox" checked={agreed} aria-describedby={wording} onChange={(event) => setAgreed(event.target.checked)} />
          {i18n.t({ id: 'consent.agreed', message: 'This was said, and they agreed' })}
        </label>
        {asked && !consent && (
          <p className="fault" role="alert">
            {agreed
              ? i18n.t({ id: 'record.noName', message: 'Say who agreed: it is kept with the visit.' })
              : i18n.t({ id: 'record.noConsent', message: 'Tick the consent first: without it nothing is recorded.' })}
          </p>
        )}
        <button type="button" className="button primary start" disabled={busy || phase === 'starting'} onClick={() => void start()}>
          <Icon name="record" />
          {phase === 'starting'
            ? i18n.t({ id: 'record.starting', message: 'Opening the microphone…' })
            : i18n.t({ id: 'record.start', message: 'Start recording' })}
        </button>
      </div>
    </>
  );
}

/** Four causes, four ways out. */
function MicrophoneProblem({ fault }: { fault: MicrophoneFault }) {
  const { i18n } = useLingui();
  const texts: Record<MicrophoneFault, string> = {
    insecure: i18n.t({
      id: 'microphone.insecure',
      message:
        'Browsers give the microphone only to pages over HTTPS, or on the machine itself (localhost). Ask whoever runs this service to switch HTTPS on (compose profile "tls"), or upload a recording instead.',
    }),
    'refused-by-person': i18n.t({
      id: 'microphone.refused',
      message: 'The browser was told not to give the microphone. Allow it by the icon left of the address, then start again.',
    }),
    none: i18n.t({ id: 'microphone.none', message: 'No microphone was found. Connect one, then start again.' }),
    'in-use': i18n.t({
      id: 'microphone.inUse',
      message: 'Another program holds the microphone. Close it, a video call perhaps, then start again.',
    }),
    gone: i18n.t({ id: 'microphone.gone', message: 'The microphone was disconnected. What was recorded is kept.' }),
  };
  return (
    <div className="note-box problem" role="alert">
      <Icon name="unsupported" />
      <p>{texts[fault]}</p>
    </div>
  );
}
