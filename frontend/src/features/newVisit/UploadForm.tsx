import { useLingui } from '@lingui/react';
import { useRef, useState } from 'react';
import { Icon } from '../../shared/ui/Icon';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { type Naming, newEncounter } from './api/newEncounter';
import { upload, type Uploading } from './api/upload';
import { transcribe } from '../../shared/api/transcribe';

interface UploadFormProps {
  naming: Naming;
  dropped: File | undefined;
  onDone: (encounter: string) => void;
}

export function UploadForm({ naming, dropped, onDone }: UploadFormProps) {
  const { i18n } = useLingui();
  const [file, setFile] = useState(dropped);
  const [state, setState] = useState<'idle' | 'sending' | 'paused'>('idle');
  const [sent, setSent] = useState(0);
  const [answered, setAnswered] = useState(true);
  const [error, setError] = useState<unknown>();
  const uploading = useRef<Uploading>(undefined);
  const encounter = useRef<string>(undefined);

  const start = async () => {
    setError(undefined);
    setState('sending');
    try {
      uploading.current = await upload(file!, async () => (encounter.current ??= (await newEncounter(naming)).id), {
        progress: (bytes) => {
          setSent(bytes);
          setAnswered(true);
        },
        unanswered: () => setAnswered(false),
        // Whatever keeps it from being heard now: it is here, and the visit's page says what is missing.
        done: (recording, visit) => void transcribe(recording).then(
          () => onDone(visit),
          () => onDone(visit),
        ),
        failed: fail,
      });
    } catch (e) {
      fail(e);
    }
  };
  const fail = (e: unknown) => {
    setError(e);
    setState('idle');
  };
  const standing = ({ size }: File) => {
    if (!answered) {
      return i18n.t({ id: 'upload.unanswered', message: 'No connection. It goes on by itself as soon as there is one: leave this page open.' });
    }
    return sent === size
      ? i18n.t({ id: 'upload.lookedAt', message: 'All of it is sent. The service looks whether it is a recording…' })
      : i18n.t({ id: 'upload.sent', message: '{sent} of {all} MB', values: { sent: megabytes(sent), all: megabytes(size) } });
  };
  const megabytes = (bytes: number) => i18n.number(bytes / 1_000_000, { maximumFractionDigits: 1 });

  return (
    <>
      <div className="drop">
        <Icon name="upload" />
        <p>{file ? file.name : i18n.t({ id: 'upload.drop', message: 'Drop a recording here: WAV, MP3, M4A, Ogg, WebM, FLAC, up to 2 GB' })}</p>
        <label className="button">
          {i18n.t({ id: 'upload.choose', message: 'Choose a file…' })}
          <input
            type="file"
            className="only-heard"
            accept="audio/*,video/mp4,video/webm"
            disabled={state !== 'idle'}
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        </label>
      </div>
      {file && state !== 'idle' && (
        <div role="group" aria-label={i18n.t({ id: 'upload.progress', message: 'Upload' })}>
          <progress value={sent} max={file.size} aria-label={i18n.t({ id: 'upload.progress', message: 'Upload' })} />
          <div className="row">
            <span className="muted small" role={sent === file.size || !answered ? 'status' : undefined}>
              {standing(file)}
            </span>
            <button
              type="button"
              className="button small"
              onClick={() => {
                if (state === 'sending') {
                  uploading.current?.pause();
                  setState('paused');
                } else {
                  uploading.current?.resume();
                  setState('sending');
                }
              }}
            >
              {state === 'sending'
                ? i18n.t({ id: 'upload.pause', message: 'Pause' })
                : i18n.t({ id: 'upload.resume', message: 'Go on' })}
            </button>
          </div>
        </div>
      )}
      {error !== undefined && <ProblemNote error={error} onRetry={() => void start()} />}
      <button type="button" className="button primary" disabled={!file || state !== 'idle' || !naming.label.trim()} onClick={() => void start()}>
        {i18n.t({ id: 'upload.send', message: 'Upload and write the note' })}
      </button>
    </>
  );
}
