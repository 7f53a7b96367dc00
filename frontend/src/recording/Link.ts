import { BYTES } from './frames';

/** What the server says over the wire, and what is said of the wire itself. */
export type LinkEvent =
  | { type: 'connected' }
  | { type: 'lost' }
  | { type: 'refused'; code: number; reason: string }
  | { type: 'ack'; nextSeq: number }
  | { type: 'partial'; text: string; start: number }
  | { type: 'final'; utterance: LiveUtterance }
  | { type: 'ended'; sha256: string; job: string | null };

export interface LiveUtterance {
  id: string;
  speaker: string;
  /** Seconds from the recording's start. */
  start: number;
  end: number;
  text: string;
}

/** Where the frames come from, so that whatever the server lacks can be sent again. */
export interface FrameSource {
  frames(from: number): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
const PING = 20_000;
/** A minute of frames may be on the way; then only the spool grows. */
const WINDOW = 600;
/** Frames go on being sent only while the socket has less than this to send, in bytes. */
const BUFFERED = 64 * BYTES;
/** Close codes after which trying again is of no use: see the api's live captions. */
const FINAL_CODES = new Set([4400, 4401, 4403, 4404, 4409, 4413]);

/**
 * Brings a recording to the server by WebSocket, whatever the network does: after each break it asks what the server has
 * and goes on from there. It reads the frames from the spool, never from the microphone, so that there is one order.
 */
export class Link {
  private socket: WebSocket | undefined;
  private next = 0;
  private acknowledged = 0;
  private ready = false;
  private pumping = false;
  private again = false;
  private pause = FIRST_PAUSE;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private heart: ReturnType<typeof setInterval> | undefined;
  private end: { lastSeq: number; sha256: string } | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly source: FrameSource,
    private readonly tell: (event: LinkEvent) => void,
    private readonly open: (url: string) => WebSocket = (address) => new WebSocket(address),
  ) {}

  connect(): void {
    clearTimeout(this.timer);
    if (this.closed || this.socket) {
      return;
    }
    const socket = this.open(this.url);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', lastSent: this.next === 0 ? null : this.next - 1 }));
    socket.onmessage = ({ data }) => this.receive(JSON.parse(data as string) as Record<string, unknown>);
    socket.onclose = ({ code, reason }) => this.lost(code, reason);
    this.socket = socket;
    this.heart = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send('{"type":"ping"}'), PING);
  }

  /** There are new frames in the spool. */
  more(): void {
    void this.pump();
  }

  /** All frames are in the spool: once they are sent, the server is asked for its hash. */
  finish(lastSeq: number, sha256: string): void {
    this.end = { lastSeq, sha256 };
    void this.pump();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    clearInterval(this.heart);
    this.socket?.close(1000);
  }

  private receive(message: Record<string, unknown>): void {
    switch (message.type) {
      case 'resume':
        this.next = message.nextSeq as number;
        this.acknowledged = this.next;
        this.ready = true;
        this.pause = FIRST_PAUSE;
        this.tell({ type: 'connected' });
        this.tell({ type: 'ack', nextSeq: this.next });
        void this.pump();
        break;
      case 'ack':
        this.acknowledged = message.nextSeq as number;
        this.tell(message as LinkEvent);
        void this.pump();
        break;
      case 'partial':
      case 'final':
        this.tell(message as LinkEvent);
        break;
      case 'ended':
        this.tell(message as LinkEvent);
        this.close();
        break;
    }
  }

  /** One at a time; a call that comes meanwhile makes it look once more. */
  private async pump(): Promise<void> {
    this.again = true;
    if (this.pumping) {
      return;
    }
    this.pumping = true;
    try {
      while (this.again && this.ready) {
        this.again = false;
        await this.send();
      }
    } finally {
      this.pumping = false;
    }
  }

  private async send(): Promise<void> {
    const socket = this.socket!;
    const from = this.next;
    for await (const frame of this.source.frames(from)) {
      if (!this.ready || this.socket !== socket || this.next >= this.acknowledged + WINDOW) {
        return; // an answer of the server makes it go on
      }
      const message = new Uint8Array(4 + frame.length);
      new DataView(message.buffer).setUint32(0, this.next, true);
      message.set(frame, 4);
      socket.send(message);
      this.next++;
      if (socket.bufferedAmount > BUFFERED) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    if (this.end && this.next === this.end.lastSeq + 1 && this.ready) {
      socket.send(JSON.stringify({ type: 'end', ...this.end }));
    }
  }

  private lost(code: number, reason: string): void {
    clearInterval(this.heart);
    const wasReady = this.ready;
    this.socket = undefined;
    this.ready = false;
    if (this.closed) {
      return;
    }
    if (FINAL_CODES.has(code)) {
      this.tell({ type: 'refused', code, reason });
      return;
    }
    if (wasReady || this.pause === FIRST_PAUSE) {
      this.tell({ type: 'lost' });
    }
    this.timer = setTimeout(() => this.connect(), this.pause * (0.5 + Math.random()));
    this.pause = Math.min(LONGEST_PAUSE, 2 * this.pause);
  }
}
