import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Link, type LinkEvent } from './Link';

/** Plays the server's end of a socket, frame by frame. */
class Wire {
  static readonly all: Wire[] = [];
  readonly sent: (string | number)[] = [];
  readyState = 1;
  bufferedAmount = 0;
  binaryType = '';
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number; reason: string }) => void;

  constructor(readonly url: string) {
    Wire.all.push(this);
  }

  send(data: string | Uint8Array): void {
    this.sent.push(typeof data === 'string' ? data : new DataView(data.buffer).getUint32(0, true));
  }

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  breaks(code = 1006, reason = ''): void {
    this.onclose?.({ code, reason });
  }

  close(): void {}
}

const spool: Uint8Array<ArrayBuffer>[] = [];
const events: LinkEvent[] = [];
let link: Link;

beforeEach(() => {
  vi.useFakeTimers();
  Wire.all.length = 0;
  spool.length = 0;
  events.length = 0;
  const source = {
    async *frames(from: number) {
      for (let i = from; i < spool.length; i++) {
        yield spool[i]!;
      }
    },
  };
  link = new Link('ws://here/live', source, (event) => events.push(event), (url) => new Wire(url) as unknown as WebSocket);
});

afterEach(() => {
  link.close();
  vi.useRealTimers();
});

function said(frames: number): void {
  for (let i = 0; i < frames; i++) {
    spool.push(new Uint8Array(8));
  }
}

async function open(nextSeq = 0): Promise<Wire> {
  const wire = Wire.all.at(-1)!;
  wire.onopen?.();
  wire.says({ type: 'resume', nextSeq });
  await vi.advanceTimersByTimeAsync(0);
  return wire;
}

const numbers = (wire: Wire) => wire.sent.filter((s) => typeof s === 'number');

it('says hello first and sends from where the server is', async () => {
  said(5);
  link.connect();
  const wire = await open(2);

  expect(wire.sent[0]).toBe('{"type":"hello","lastSent":null}');
  expect(numbers(wire)).toEqual([2, 3, 4]);
});

it('sends again after a break what the server did not get', async () => {
  said(4);
  link.connect();
  const first = await open();
  expect(numbers(first)).toEqual([0, 1, 2, 3]);
  first.breaks();
  said(2);
  await vi.advanceTimersByTimeAsync(1_000);
  const second = await open(1);

  expect(second.sent[0]).toBe('{"type":"hello","lastSent":3}');
  expect(numbers(second)).toEqual([1, 2, 3, 4, 5]);
  expect(events.filter((e) => e.type === 'lost')).toHaveLength(1);
});

it('has no more than a minute on the way', async () => {
  said(1_000);
  link.connect();
  const wire = await open();
  expect(numbers(wire)).toHaveLength(600);
  wire.says({ type: 'ack', nextSeq: 100 });
  await vi.advanceTimersByTimeAsync(0);

  expect(numbers(wire)).toHaveLength(700);
});

it('asks for the hash once everything was sent', async () => {
  said(3);
  link.connect();
  link.finish(2, 'abc');
  const wire = await open();

  expect(wire.sent.at(-1)).toBe('{"type":"end","lastSeq":2,"sha256":"abc"}');
  wire.says({ type: 'ended', sha256: 'abc', job: 'j1' });
  expect(events.at(-1)).toMatchObject({ type: 'ended', sha256: 'abc' });
});

it('starts over when the server heard something else', async () => {
  said(2);
  link.connect();
  link.finish(1, 'abc');
  const wire = await open();
  wire.says({ type: 'resume', nextSeq: 0 });
  await vi.advanceTimersByTimeAsync(0);

  expect(numbers(wire)).toEqual([0, 1, 0, 1]);
});

it('tells a refusal and does not try again', async () => {
  link.connect();
  Wire.all[0]!.breaks(4404, 'No such recording');
  await vi.advanceTimersByTimeAsync(60_000);

  expect(events).toEqual([{ type: 'refused', code: 4404, reason: 'No such recording' }]);
  expect(Wire.all).toHaveLength(1);
});

it('tries again, ever more slowly, while there is no network', async () => {
  link.connect();
  for (let i = 0; i < 5; i++) {
    Wire.all.at(-1)!.breaks();
    await vi.advanceTimersByTimeAsync(15_000);
  }
  expect(Wire.all).toHaveLength(6);
  expect(events.filter((e) => e.type === 'lost')).toHaveLength(1);
});
