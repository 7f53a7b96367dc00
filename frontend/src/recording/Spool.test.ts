import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BYTES } from './frames';
import { Spool } from './Spool';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

let spool: Spool;
let key: CryptoKey;
const visit = { id: 'r1', encounter: 'e1', label: 'Room 2', startedAt: '2026-11-26T09:40:00Z' };

beforeEach(async () => {
  spool = await Spool.open();
  key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
});

afterEach(async () => {
  spool.close();
  await Spool.erase();
});

function frame(value: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(BYTES).fill(value);
}

async function values(from = 0, id = 'r1', withKey = key): Promise<number[]> {
  const all: number[] = [];
  for await (const f of spool.frames(id, withKey, from)) {
    all.push(f[0]!);
  }
  return all;
}

it('gives back what was added, in order, from any frame on', async () => {
  await spool.begin(visit);
  await spool.add('r1', key, [frame(1), frame(2)]);
  await spool.add('r1', key, [frame(3)]);

  expect(await values()).toEqual([1, 2, 3]);
  expect(await values(1)).toEqual([2, 3]);
  expect(await values(3)).toEqual([]);
  expect((await spool.recording('r1'))?.frames).toBe(3);
});

it('is still there for the next page that opens it', async () => {
  await spool.begin(visit);
  await spool.add('r1', key, [frame(7)]);
  spool.close();
  spool = await Spool.open();

  expect(await spool.recordings()).toEqual([{ ...visit, frames: 1, finished: false }]);
  expect(await values()).toEqual([7]);
});

it('does not open under another key', async () => {
  await spool.begin(visit);
  await spool.add('r1', key, [frame(1)]);
  const other = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['decrypt']);

  await expect(values(0, 'r1', other as CryptoKey)).rejects.toThrow();
});

it('removes one recording and leaves the others', async () => {
  await spool.begin(visit);
  await spool.begin({ ...visit, id: 'r2' });
  await spool.add('r1', key, [frame(1)]);
  await spool.add('r2', key, [frame(2)]);
  await spool.remove('r1');

  expect((await spool.recordings()).map((r) => r.id)).toEqual(['r2']);
  expect(await values(0, 'r1')).toEqual([]);
  expect(await values(0, 'r2')).toEqual([2]);
});

it('refuses frames of a recording that was not begun', async () => {
  await expect(spool.add('nobody', key, [frame(1)])).rejects.toThrow('nobody');
});
