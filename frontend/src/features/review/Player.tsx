import { useLingui } from '@lingui/react';
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { Icon } from '../../shared/ui/Icon';
import { clock } from '../../shared/clock';

export interface PlayerHandle {
  /** Plays from one second to another and stops there; without an end, on and on. */
  play: (from: number, to?: number) => void;
  toggle: () => void;
  /** By seconds, back or forth. */
  skip: (seconds: number) => void;
}

interface PlayerProps {
  src: string;
  seconds: number;
  /** Loudness a bar, 0 to 255, from the server; empty while it is not known. */
  peaks: readonly number[];
  /** What is lit, in seconds. */
  marks: readonly { from: number; to: number }[];
  handle: RefObject<PlayerHandle | null>;
  onTime: (second: number | undefined) => void;
}

const SPEEDS = [1, 1.25, 1.5, 2, 0.75] as const;

/** The recording, by ranges: nothing is decoded here and nothing loaded before somebody listens. */
export function Player({ src, seconds, peaks, marks, handle, onTime }: PlayerProps) {
  const { i18n } = useLingui();
  const audio = useRef<HTMLAudioElement>(null);
  const stopAt = useRef<number>(undefined);
  const [time, setTime] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(1);

  useImperativeHandle(handle, () => ({
    play(from, to) {
      stopAt.current = to;
      audio.current!.currentTime = from;
      void audio.current!.play();
    },
    toggle() {
      const element = audio.current!;
      stopAt.current = undefined;
      if (element.paused) {
        element.currentTime = Math.max(0, element.currentTime - (element.currentTime > 0 ? 2 : 0));
        void element.play();
      } else {
        element.pause();
      }
    },
    skip(by) {
      audio.current!.currentTime = Math.max(0, audio.current!.currentTime + by);
    },
  }));

  useEffect(() => {
    if (!playing) {
      return;
    }
    let frame = requestAnimationFrame(function follow() {
      const now = audio.current!.currentTime;
      setTime(now);
      onTime(now);
      if (stopAt.current !== undefined && now >= stopAt.current) {
        audio.current!.pause();
      }
      frame = requestAnimationFrame(follow);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, onTime]);

  const label = playing
    ? i18n.t({ id: 'player.pause', message: 'Pause' })
    : i18n.t({ id: 'player.play', message: 'Play' });
  return (
    <div className="player">
      {/* The transcript beside it is its caption. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        ref={audio}
        src={src}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => {
          setPlaying(false);
          onTime(undefined);
        }}
        onSeeked={() => setTime(audio.current!.currentTime)}
      />
      <button
        type="button"
        className="round"
        aria-label={label}
        onClick={() => {
          stopAt.current = undefined;
          void (audio.current!.paused ? audio.current!.play() : audio.current!.pause());
        }}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <span className="small">
        {clock(time)} / {clock(seconds)}
      </span>
      <Wave peaks={peaks} seconds={seconds} time={time} marks={marks} />
      <input
        className="only-heard seek"
        type="range"
        min={0}
        max={Math.max(1, Math.floor(seconds))}
        value={Math.floor(time)}
        aria-label={i18n.t({ id: 'player.position', message: 'Position in the recording' })}
        aria-valuetext={clock(time)}
        onChange={(event) => {
          audio.current!.currentTime = Number(event.target.value);
          setTime(Number(event.target.value));
        }}
      />
      <button
        type="button"
        className="button small"
        aria-label={i18n.t({ id: 'player.speed', message: 'Speed: {speed} times', values: { speed } })}
        onClick={() => {
          const next = SPEEDS[(SPEEDS.indexOf(speed as 1) + 1) % SPEEDS.length]!;
          audio.current!.playbackRate = next;
          setSpeed(next);
        }}
      >
        {speed}×
      </button>
    </div>
  );
}

function Wave({ peaks, seconds, time, marks }: Pick<PlayerProps, 'peaks' | 'seconds' | 'marks'> & { time: number }) {
  const BARS = 80;
  const bars = Array.from({ length: peaks.length === 0 ? 0 : BARS }, (_, i) => {
    const from = Math.floor((i * peaks.length) / BARS);
    const to = Math.max(from + 1, Math.floor(((i + 1) * peaks.length) / BARS));
    return Math.max(...peaks.slice(from, to));
  });
  return (
    <svg className="wave" aria-hidden="true" viewBox={`0 0 ${BARS * 2} 28`} preserveAspectRatio="none">
      {bars.map((peak, i) => {
        const at = ((i + 0.5) / BARS) * seconds;
        const height = Math.max(2, (peak / 255) * 26);
        const lit = marks.some((m) => m.from <= at && at <= m.to);
        return (
          <rect
            key={i}
            className={lit ? 'lit' : at < time ? 'heard' : ''}
            x={i * 2}
            y={14 - height / 2}
            width={1.2}
            height={height}
          />
        );
      })}
    </svg>
  );
}
