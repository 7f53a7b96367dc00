import type { LiveUtterance } from './Link';
import type { Order, Report } from './messages';
import { persistently } from '../shared/ui/part';
import { type Microphone, type MicrophoneFault, openMicrophone } from './microphone';
import RecorderWorker from './recorder.worker?worker';
import workletUrl from './recorder.worklet?worker&url';

export type Phase = 'idle' | 'starting' | 'recording' | 'paused' | 'finishing' | 'safe' | 'failed';

export interface RecordingState {
  phase: Phase;
  recording: { id: string; encounter: string; label: string } | undefined;
  /** Seconds on this device's disk. */
  kept: number;
  /** Seconds on the server's disk. */
  sent: number;
  online: boolean;
  /** dBFS of the last seconds, a tenth each, the newest last. */
  levels: readonly number[];
  /** Almost nothing was heard for ten seconds. */
  silent: boolean;
  /** The system took the microphone away, for a call for example. */
  interrupted: boolean;
  utterances: LiveUtterance[];
  partial: string;
  /** The job that writes the note, once all is on the server. */
  job: string | null;
  fault: MicrophoneFault | 'full' | 'refused' | undefined;
}

export interface Target {
  id: string;
  encounter: string;
  label: string;
  startedAt: string;
  /** Base64 of 32 bytes. */
  key: string;
}

const LEVELS = 24;

const NOTHING: RecordingState = {
  phase: 'idle',
  recording: undefined,
  kept: 0,
  sent: 0,
  online: false,
  levels: Array<number>(LEVELS).fill(-100),
  silent: false,
  interrupted: false,
  utterances: [],
  partial: '',
  job: null,
  fault: undefined,
};

const QUIET = -55;
const FRAMES_OF_QUIET = 100;

/** What holds a recording's lock: another window of this browser leaves it alone while this one lives. */
export const lockOf = (recording: string) => `recording:${recording}`;

/**
 * The one recording of this window, outside every page, so that no click ends it. What it knows is a snapshot that React
 * reads by useSyncExternalStore.
 */
export class Recorder {
  private state = NOTHING;
  private readonly listeners = new Set<() => void>();
  private worker: Worker | undefined;
  private microphone: Microphone | undefined;
  private quiet = 0;
  private unlock: (() => void) | undefined;
  private wakeLock: WakeLockSentinel | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): RecordingState => this.state;

  /**
   * Opens the microphone and has all that records here first: no recording is made on the server that nobody can speak
   * into, and none begins that a network which goes now would leave without what keeps its sound.
   *
   * @throws Problem of kind 'not-loaded' when a part of the recorder does not arrive; what the target throws
   */
  async start(deviceId: string | undefined, target: () => Promise<Target>): Promise<void> {
    this.set({ ...NOTHING, phase: 'starting' });
    try {
      const microphone = await openMicrophone(deviceId, workletUrl, {
        interrupted: (interrupted) => this.set({ interrupted }),
        ended: () => this.set({ interrupted: true, fault: 'gone' }),
      });
      this.microphone = microphone;
      this.worker = await openWorker();
      await this.send(await target(), microphone.sound);
      microphone.run();
    } catch (e) {
      this.clear();
      if (typeof e !== 'string') {
        throw e;
      }
      this.set({ phase: 'failed', fault: e as MicrophoneFault });
      return;
    }
    void this.stayAwake();
    this.set({ phase: 'recording' });
  }

  /**
   * Brings to the server what an earlier page left in the spool.
   *
   * @throws Problem of kind 'not-loaded' when a part of the recorder does not arrive
   */
  async recover(recording: Target): Promise<void> {
    this.set({ ...NOTHING, phase: 'finishing' });
    try {
      this.worker = await openWorker();
    } catch (e) {
      this.set(NOTHING);
      throw e;
    }
    await this.send(recording, undefined);
    this.order({ type: 'finish' });
  }

  pause(): void {
    this.microphone?.pause();
    this.set({ phase: 'paused', silent: false });
  }

  resume(): void {
    this.microphone?.resume();
    this.quiet = 0;
    this.set({ phase: 'recording' });
  }

  finish(): void {
    this.microphone?.end(); // its end reaches the worker behind its last frame
    this.set({ phase: 'finishing', silent: false, partial: '' });
    void this.wakeLock?.release();
  }

  reconnect(): void {
    this.order({ type: 'reconnect' });
  }

  /** Forgets what is shown; the sound of a recording that is not safe stays in the spool. */
  clear(): void {
    this.microphone?.close();
    this.worker?.terminate();
    this.unlock?.();
    this.microphone = undefined;
    this.worker = undefined;
    this.set(NOTHING);
  }

  private async send(recording: Target, sound: MessagePort | undefined): Promise<void> {
    await this.lock(recording.id);
    this.worker!.onmessage = ({ data }: MessageEvent<Report>) => this.heard(data);
    this.set({ recording: { id: recording.id, encounter: recording.encounter, label: recording.label } });
    const key = Uint8Array.from(atob(recording.key), (c) => c.charCodeAt(0)).buffer;
    const { id, encounter, label, startedAt } = recording;
    const url = new URL(`/api/v1/recordings/${id}/live`, location.href.replace(/^http/, 'ws')).href;
    this.order(
      { type: 'begin', recording: { id, encounter, label, startedAt }, key, url, sound },
      sound ? [key, sound] : [key],
    );
  }

  private order(order: Order, transfer: Transferable[] = []): void {
    this.worker?.postMessage(order, transfer);
  }

  private heard(report: Report): void {
    switch (report.type) {
      case 'kept':
        this.set({ kept: report.seconds });
        break;
      case 'level':
        this.quiet = report.decibels < QUIET ? this.quiet + 1 : 0;
        this.set({
          levels: [...this.state.levels.slice(1), report.decibels],
          silent: this.quiet >= FRAMES_OF_QUIET,
        });
        break;
      case 'connected':
        this.set({ online: true });
        break;
      case 'lost':
        this.set({ online: false });
        break;
      case 'ack':
        this.set({ sent: report.nextSeq / 10 });
        break;
      case 'partial':
        this.set({ partial: report.text });
        break;
      case 'final':
        this.set({ utterances: [...this.state.utterances, report.utterance], partial: '' });
        break;
      case 'safe':
        this.microphone?.close();
        this.unlock?.();
        this.set({ phase: 'safe', job: report.job });
        break;
      case 'refused':
        this.set({ online: false, fault: 'refused' });
        break;
      case 'full':
        this.microphone?.end();
        this.set({ phase: 'finishing', fault: 'full' });
        break;
      case 'ready':
      case 'ended':
        break; // 'safe' follows when the hashes agree
    }
  }

  private async lock(id: string): Promise<void> {
    await new Promise<void>((held) => {
      void navigator.locks.request(lockOf(id), () => {
        held();
        return new Promise<void>((release) => {
          this.unlock = release;
        });
      });
    });
  }

  /** A phone that goes to sleep stops recording; the lock is lost whenever the page is hidden. */
  private async stayAwake(): Promise<void> {
    const take = async () => {
      if (document.visibilityState === 'visible' && ['recording', 'paused'].includes(this.state.phase)) {
        this.wakeLock = await navigator.wakeLock?.request('screen').catch(() => undefined);
      }
    };
    document.addEventListener('visibilitychange', () => void take());
    await take();
  }

  private set(change: Partial<RecordingState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

/** @throws Problem of kind 'not-loaded' */
function openWorker(): Promise<Worker> {
  return persistently(
    () =>
      new Promise<Worker>((opened, failed) => {
        const worker = new RecorderWorker();
        worker.onmessage = () => opened(worker); // it says that it is ready
        worker.onerror = failed;
      }),
  );
}
