import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { SECONDS } from '../../recording/frames';
import { lockOf } from '../../recording/Recorder';
import { Spool, type Spooled } from '../../recording/Spool';
import { useRecorder, useRecording } from '../../recording/useRecording';
import { clock } from '../../shared/clock';
import { Dialog } from '../../shared/ui/Dialog';
import { Icon } from '../../shared/ui/Icon';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { spoolKey } from './api/spoolKey';

/** Recordings that an earlier page of this browser could not bring to the server: nothing of them is lost. */
export function Interrupted() {
  const { i18n } = useLingui();
  const recorder = useRecorder();
  const { phase } = useRecording();
  const [waiting, setWaiting] = useState<Spooled[]>([]);
  const [discarding, setDiscarding] = useState<Spooled>();
  const [error, setError] = useState<unknown>();
  const busy = phase !== 'idle' && phase !== 'safe' && phase !== 'failed';

  useEffect(() => {
    let gone = false;
    void unclaimed().then((found) => !gone && setWaiting(found));
    return () => {
      gone = true;
    };
  }, [phase]);

  const finish = async (recording: Spooled) => {
    setError(undefined);
    try {
      await recorder.recover({ ...recording, key: await spoolKey(recording.id) });
    } catch (e) {
      setError(e);
    }
  };

  if (waiting.length === 0 || busy) {
    return null;
  }
  return (
    <div className="stack">
      {waiting.map((recording) => (
        <div key={recording.id} className="note-box">
          <Icon name="unsupported" />
          <p>
            {i18n.t({
              id: 'interrupted.text',
              message: 'A recording of {when} ({length}) was interrupted. It is kept on this device.',
              values: {
                when: i18n.date(recording.startedAt, { dateStyle: 'medium', timeStyle: 'short' }),
                length: clock(recording.frames * SECONDS),
              },
            })}
          </p>
          <div className="row">
            <button type="button" className="button small primary" onClick={() => void finish(recording)}>
              {i18n.t({ id: 'interrupted.finish', message: 'Send and finish' })}
            </button>
            <button type="button" className="button small danger" onClick={() => setDiscarding(recording)}>
              {i18n.t({ id: 'interrupted.discard', message: 'Discard…' })}
            </button>
          </div>
        </div>
      ))}
      {error !== undefined && <ProblemNote error={error} />}
      {discarding && (
        <Discard
          onClose={() => setDiscarding(undefined)}
          onDiscard={async () => {
            const spool = await Spool.open();
            await spool.remove(discarding.id);
            spool.close();
            setDiscarding(undefined);
            setWaiting(waiting.filter((r) => r.id !== discarding.id));
          }}
        />
      )}
    </div>
  );
}

/** Sound that is thrown away cannot be said again: the word has to be typed. */
function Discard({ onClose, onDiscard }: { onClose: () => void; onDiscard: () => Promise<void> }) {
  const { i18n } = useLingui();
  const word = i18n.t({ id: 'interrupted.word', message: 'discard' });
  const [typed, setTyped] = useState('');
  return (
    <Dialog title={i18n.t({ id: 'interrupted.discardTitle', message: 'Discard this recording?' })} onClose={onClose}>
      <div className="field">
        <label htmlFor="discard">
          {i18n.t({ id: 'interrupted.discardHint', message: 'What was said is gone for good. Type “{word}” to do it.', values: { word } })}
        </label>
        <input id="discard" value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      </div>
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {i18n.t({ id: 'interrupted.keep', message: 'Keep it' })}
        </button>
        <button type="button" className="button danger" disabled={typed !== word} onClick={() => void onDiscard()}>
          {i18n.t({ id: 'interrupted.discardNow', message: 'Discard' })}
        </button>
      </div>
    </Dialog>
  );
}

/** What no window of this browser is recording or sending now. */
async function unclaimed(): Promise<Spooled[]> {
  if (!('indexedDB' in window)) {
    return [];
  }
  const spool = await Spool.open();
  const all = await spool.recordings();
  spool.close();
  const held = new Set((await navigator.locks?.query())?.held?.map((lock) => lock.name));
  return all.filter((r) => r.frames > 0 && !held.has(lockOf(r.id)));
}
