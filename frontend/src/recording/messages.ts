import type { LinkEvent } from './Link';

/** What the page tells the worker. */
export type Order =
  | {
      type: 'begin';
      recording: { id: string; encounter: string; label: string; startedAt: string };
      /** 32 bytes, from the server. */
      key: ArrayBuffer;
      url: string;
      /** Frames come in here; undefined when only what the spool holds is sent. */
      sound: MessagePort | undefined;
    }
  | { type: 'finish' }
  | { type: 'reconnect' }
  | { type: 'stop' };

/** What the worker tells the page. */
export type Report =
  | LinkEvent
  /** The worker's program arrived; said once, before all else. */
  | { type: 'ready' }
  /** Seconds that are on this device's disk. */
  | { type: 'kept'; seconds: number }
  /** dBFS of the last tenth of a second. */
  | { type: 'level'; decibels: number }
  /** Both hashes agree: the spool is empty again. */
  | { type: 'safe'; job: string | null }
  /** The sound cannot be kept any more, for want of space or because the browser refuses. */
  | { type: 'full'; reason: string };
