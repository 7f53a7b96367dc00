import { useLingui } from '@lingui/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useRecorder, useRecording } from '../../recording/useRecording';
import { useKeys } from '../../shared/keys/keys';
import { useAnnounce } from '../../shared/ui/Announcer';
import { Icon } from '../../shared/ui/Icon';
import { clock } from '../../shared/clock';
import { Captured } from './Captured';
import { LevelMeter } from './LevelMeter';
import './live.css';

/** Pressing Finish can be a slip: for so long it can be taken back. */
const UNDO_SECONDS = 5;

/** What a clinician glances at from two metres: is it recording, and is it safe. */
export function LivePage() {
  const { i18n } = useLingui();
  const { id } = useParams();
  const navigate = useNavigate();
  const recorder = useRecorder();
  const state = useRecording();
  const announce = useAnnounce();
  const [captions, setCaptions] = useState(false);
  const [finishing, setFinishing] = useState<number>();

  const { phase, silent, online, interrupted } = state;
  const running = phase === 'recording' || phase === 'paused';
  const mine = state.recording?.encounter === id;

  useEffect(() => {
    if (phase === 'recording') {
      announce(i18n.t({ id: 'live.recording', message: 'Recording' }), true);
    } else if (phase === 'paused') {
      announce(i18n.t({ id: 'live.paused', message: 'Paused: nothing is being recorded' }), true);
    }
  }, [phase, announce, i18n]);
  useEffect(() => {
    if (silent) {
      announce(i18n.t({ id: 'live.silent', message: 'Almost nothing heard for 10 seconds: check the microphone.' }), true);
    }
  }, [silent, announce, i18n]);
  const wasOnline = useRef(false);
  useEffect(() => {
    if (running && wasOnline.current && !online) {
      announce(i18n.t({ id: 'live.lost', message: 'Connection lost. Recording goes on, on this device.' }), true);
    } else if (running && !wasOnline.current && online) {
      announce(i18n.t({ id: 'live.back', message: 'Connected.' }));
    }
    wasOnline.current = online;
  }, [online, running, announce, i18n]);

  const end = useCallback(() => {
    setFinishing(undefined);
    recorder.finish();
  }, [recorder]);
  useEffect(() => {
    if (finishing === undefined) {
      return;
    }
    const timer = setTimeout(() => (finishing > 1 ? setFinishing(finishing - 1) : end()), 1_000);
    return () => clearTimeout(timer);
  }, [finishing, end]);

  useEffect(() => {
    if (phase === 'safe' && mine) {
      recorder.clear();
      void navigate(`/visits/${id}`, { replace: true });
    }
  }, [phase, mine, id, navigate, recorder]);

  const pauseOrResume = () => (phase === 'paused' ? recorder.resume() : recorder.pause());
  const finish = () => {
    recorder.pause();
    setFinishing(UNDO_SECONDS);
  };
  useKeys({
    ' ': () => running && finishing === undefined && pauseOrResume(),
    f: () => running && finishing === undefined && finish(),
    c: () => setCaptions(!captions),
  });

  if (!mine) {
    return (
      <main className="page" id="main">
        <h1 tabIndex={-1}>{i18n.t({ id: 'live.nothing', message: 'Nothing is being recorded here' })}</h1>
        <button type="button" className="button" onClick={() => void navigate(`/visits/${id}`)}>
          {i18n.t({ id: 'live.toVisit', message: 'Open the visit' })}
        </button>
      </main>
    );
  }

  const last = state.utterances.at(-1);
  return (
    <main className="live page" id="main">
      <h1 tabIndex={-1} className="only-heard">
        {state.recording?.label}
      </h1>
      <section className={`card recorder ${phase}${silent ? ' silent' : ''}`}>
        <p className="phase">
          <Icon name={phase === 'paused' ? 'pause' : 'record'} />
          {phase === 'recording'
            ? i18n.t({ id: 'live.recording', message: 'Recording' })
            : phase === 'paused'
              ? i18n.t({ id: 'live.pausedShort', message: 'Paused' })
              : i18n.t({ id: 'live.finishing', message: 'Sending the last words' })}
        </p>
        <p className="timer" role="timer" aria-label={i18n.t({ id: 'live.timer', message: 'Recorded' })}>
          {clock(state.kept)}
        </p>
        {phase === 'paused' ? (
          <p>{i18n.t({ id: 'live.paused', message: 'Paused: nothing is being recorded' })}</p>
        ) : (
          <LevelMeter levels={state.levels} silent={silent} />
        )}
        {interrupted && (
          <p className="warning">
            <Icon name="unsupported" />
            {i18n.t({
              id: 'live.interrupted',
              message: 'The device took the microphone away, for a call perhaps. Recording goes on by itself when it is back.',
            })}
          </p>
        )}
        {finishing !== undefined ? (
          <div className="row big">
            <p>{i18n.t({ id: 'live.finishesIn', message: 'Finishes in {n} s', values: { n: finishing } })}</p>
            <button
              type="button"
              className="button"
              onClick={() => {
                setFinishing(undefined);
                recorder.resume();
              }}
            >
              {i18n.t({ id: 'live.undo', message: 'Undo, go on recording' })}
            </button>
            <button type="button" className="button primary" onClick={end}>
              {i18n.t({ id: 'live.finishNow', message: 'Finish now' })}
            </button>
          </div>
        ) : (
          running && (
            <div className="row big">
              <button type="button" className="button" onClick={pauseOrResume}>
                <Icon name={phase === 'paused' ? 'record' : 'pause'} />
                {phase === 'paused'
                  ? i18n.t({ id: 'live.resume', message: 'Go on' })
                  : i18n.t({ id: 'live.pause', message: 'Pause' })}
              </button>
              <button type="button" className="button primary" onClick={finish}>
                <Icon name="check" />
                {i18n.t({ id: 'live.finish', message: 'Finish' })} <kbd>F</kbd>
              </button>
            </div>
          )
        )}
        <div className="last-heard">
          <div className="row">
            <h2>{i18n.t({ id: 'live.lastHeard', message: 'Last heard' })}</h2>
            <button type="button" className="button small quiet" aria-expanded={captions} onClick={() => setCaptions(!captions)}>
              {i18n.t({ id: 'live.captions', message: 'All captions' })} <kbd>C</kbd>
            </button>
          </div>
          <div role="log" aria-live="off" aria-label={i18n.t({ id: 'live.captionsLog', message: 'Captions' })}>
            {(captions ? state.utterances : last ? [last] : []).map((u) => (
              <p key={u.id}>
                {captions && <time>{clock(u.start)} </time>}
                {u.text}
              </p>
            ))}
            <p className="partial">
              {state.partial || (!last && i18n.t({ id: 'live.noneYet', message: 'Nothing yet.' }))}
            </p>
          </div>
        </div>
        <SafeLines />
      </section>
      <Captured recording={state.recording!.id} utterances={state.utterances} />
      {state.fault === 'full' && (
        <div className="note-box problem" role="alert">
          <Icon name="unsupported" />
          <p>
            {i18n.t({
              id: 'live.full',
              message: 'This browser has no room for more sound. What was recorded until now is kept and being sent; free some space before the next recording.',
            })}
          </p>
        </div>
      )}
      {state.fault === 'refused' && (
        <div className="note-box problem" role="alert">
          <Icon name="unsupported" />
          <p>
            {i18n.t({
              id: 'live.refused',
              message: 'The server does not take this recording now. It stays on this device; log in again or open the visits to send it.',
            })}
          </p>
          <button type="button" className="button" onClick={() => recorder.reconnect()}>
            {i18n.t({ id: 'live.tryAgain', message: 'Try again' })}
          </button>
        </div>
      )}
    </main>
  );
}

/** What is safe, in seconds: on this device's disk, and on the server's. */
function SafeLines() {
  const { i18n } = useLingui();
  const { kept, sent, online } = useRecording();
  const waiting = Math.round(kept - sent);
  return (
    <ul className="safe">
      <li>
        <Icon name="device" />
        {i18n.t({ id: 'live.onDevice', message: 'On this device: {time}', values: { time: clock(kept) } })}
      </li>
      <li className={online ? '' : 'offline'}>
        <Icon name={online ? 'server' : 'cloudOff'} />
        {online
          ? i18n.t({ id: 'live.onServer', message: 'On the server: {time}', values: { time: clock(sent) } })
          : i18n.t({ id: 'live.waiting', message: 'No connection: {n} s wait on this device', values: { n: waiting } })}
      </li>
    </ul>
  );
}
