import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { loudness, SECONDS } from './frames';
import { Link, type LinkEvent } from './Link';
import type { Order, Report } from './messages';
import { Spool } from './Spool';

/** Half a second of frames goes to disk at once: a crash costs no more. */
const FRAMES_A_PIECE = 5;

/** Keeps one recording and sends it: to disk first, then over the wire, off the main thread. */
class Recording {
  private waiting: Uint8Array<ArrayBuffer>[] = [];
  private writing = Promise.resolve();
  private broken = false;
  private hash: string | undefined;

  private constructor(
    private readonly id: string,
    private readonly key: CryptoKey,
    private readonly spool: Spool,
    private readonly link: Link,
    private kept: number,
  ) {}

  static async begin(order: Order & { type: 'begin' }): Promise<Recording> {
    const key = await crypto.subtle.importKey('raw', order.key, 'AES-GCM', false, ['encrypt', 'decrypt']);
    const spool = await Spool.open();
    const known = await spool.recording(order.recording.id);
    if (!known) {
      await spool.begin(order.recording);
    }
    const link: Link = new Link(order.url, { frames: (from) => spool.frames(order.recording.id, key, from) }, (event) =>
      recording.heard(event),
    );
    const recording = new Recording(order.recording.id, key, spool, link, known?.frames ?? 0);
    report({ type: 'kept', seconds: recording.kept * SECONDS });
    if (order.sound) {
      order.sound.onmessage = ({ data }: MessageEvent<ArrayBuffer | 'end'>) =>
        data === 'end' ? recording.finish() : recording.take(new Uint8Array(data));
    }
    link.connect();
    return recording;
  }

  reconnect(): void {
    this.link.connect();
  }

  stop(): void {
    this.link.close();
  }

  private take(frame: Uint8Array<ArrayBuffer>): void {
    report({ type: 'level', decibels: loudness(new Int16Array(frame.buffer)) });
    this.waiting.push(frame);
    if (this.waiting.length === FRAMES_A_PIECE) {
      this.write();
    }
  }

  private write(): void {
    const frames = this.waiting;
    this.waiting = [];
    this.writing = this.writing.then(async () => {
      if (this.broken || frames.length === 0) {
        return;
      }
      try {
        await this.spool.add(this.id, this.key, frames);
      } catch (e) {
        // Frames are numbered without gaps, so that nothing can follow a piece that was lost.
        this.broken = true;
        report({ type: 'full', reason: e instanceof DOMException ? e.name : 'Error' });
        return;
      }
      this.kept += frames.length;
      report({ type: 'kept', seconds: this.kept * SECONDS });
      this.link.more();
    });
  }

  /** Nothing more is coming: what the spool holds is the recording. */
  finish(): void {
    this.write();
    this.writing = this.writing.then(async () => {
      await this.spool.finish(this.id);
      const hash = sha256.create();
      for await (const frame of this.spool.frames(this.id, this.key)) {
        hash.update(frame);
      }
      this.hash = bytesToHex(hash.digest());
      this.link.finish(this.kept - 1, this.hash);
    });
  }

  private heard(event: LinkEvent): void {
    report(event);
    if (event.type === 'ended' && event.sha256 === this.hash) {
      void this.spool.remove(this.id).then(() => report({ type: 'safe', job: event.job }));
    }
  }
}

function report(message: Report): void {
  postMessage(message);
}

let recording: Promise<Recording> | undefined;

onmessage = ({ data }: MessageEvent<Order>) => {
  switch (data.type) {
    case 'begin':
      recording = Recording.begin(data).catch((e: unknown) => {
        report({ type: 'full', reason: e instanceof DOMException ? e.name : 'Error' });
        throw e;
      });
      break;
    case 'finish':
      void recording?.then((r) => r.finish());
      break;
    case 'reconnect':
      void recording?.then((r) => r.reconnect());
      break;
    case 'stop':
      void recording?.then((r) => r.stop());
      break;
  }
};

report({ type: 'ready' });
