import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Locator, type Page, test } from '@playwright/test';
import { Browser } from './fixtures/browser';
import { expect } from './fixtures/page';
import { required } from './fixtures/parts';
import { Service, whisper } from './fixtures/service';
import { noise, RATE, samples, unlike, writeWav } from './fixtures/sound';
import { Wire } from './fixtures/wire';

const SPOKEN = resolve('e2e/samples/visit.wav');
const PLAYED = noise(100);
const NOISE = join(mkdtempSync(join(tmpdir(), 'ambient-gpt-sound-')), 'noise.wav');
writeWav(NOISE, PLAYED);

/** Milliseconds: a recording's end waits a minute for the recognizer's last words (api's LiveEnding), and noise is hard to read. */
const ENDING = 75_000;

test.describe.configure({ timeout: 180_000 });

let service: Service;
let wire: Wire;
let browser: Browser | undefined;

test.beforeAll(async () => {
  test.setTimeout(150_000);
  service = await Service.start(whisper());
});
test.afterAll(() => service.stop());

test.beforeEach(async () => {
  wire = await Wire.to(service.port);
});
test.afterEach(async () => {
  await browser?.close();
  wire.close();
  expect(browser?.faults ?? []).toEqual([]);
  browser = undefined;
});

async function open(microphone: string): Promise<Browser> {
  return (browser = await Browser.open(wire.url, microphone));
}

/** Gives the visit's id. */
async function record(page: Page): Promise<string> {
  await page.goto('/new');
  await page.getByLabel('This was said, and they agreed').check();
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect(page).toHaveURL(/\/visits\/.+\/live/);
  return /visits\/(.+)\/live/.exec(page.url())![1]!;
}

const seconds = async (page: Page) => {
  const [minutes, rest] = (await page.getByRole('timer').textContent())!.split(':');
  return 60 * Number(minutes) + Number(rest);
};
const recorded = (page: Page, least: number) => expect.poll(() => seconds(page), { timeout: 90_000 }).toBeGreaterThanOrEqual(least);

async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Finish/ }).click();
  await expect(page).toHaveURL(/\/visits\/[^/]+$/, { timeout: ENDING });
}

/** The sound as the service has it now. */
async function arrived(visit: string): Promise<Int16Array> {
  const found = await fetch(`${service.url}/api/v1/encounters/${visit}/recordings`);
  const { items } = (await found.json()) as { items: { id: string }[] };
  expect(items).toHaveLength(1);
  const audio = await fetch(`${service.url}/api/v1/recordings/${items[0]!.id}/audio`);
  return samples(Buffer.from(await audio.arrayBuffer()));
}

/**
 * What arrived is, to the byte, what the recorder was given, and it is what was played. Of a page that was ended the
 * last frames may have been given to a disk that had no time, or been told to nobody here; of one that finished none.
 */
async function expectWhole(visit: string, least: number, finished = false): Promise<void> {
  const sound = await arrived(visit);
  const given = browser!.captured.samples;
  const both = Math.min(sound.length, given.length);
  if (finished) {
    expect(sound.length).toBe(given.length);
  }
  expect(both / RATE).toBeGreaterThanOrEqual(least);
  expect(given.findIndex((sample, at) => at < both && sample !== sound[at])).toBe(-1);
  const pieces = 4 * (sound.length / RATE - 1);
  expect(unlike(PLAYED, sound).length).toBeLessThanOrEqual(pieces / 10);
}

/** What an earlier page left is sent from the list of visits. */
async function sendWhatWaits(page: Page, visit: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Send and finish' }).click();
  await expect(page.getByText('was interrupted')).toHaveCount(0);
  await expect
    .poll(async () => (await (await fetch(`${service.url}/api/v1/encounters/${visit}`)).json()).recordings[0].seconds, {
      timeout: ENDING,
    })
    .toBeGreaterThan(0);
}

/** Goes there by the Tab key, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let i = 0; i < 60; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${target}`);
}

test('what is spoken becomes captions, a transcript and a note, which is edited, signed and exported, all of it by keys', async () => {
  required('A Whisper model', process.env.WHISPER_MODELS !== undefined, 'Name the folder that has ggml-tiny.en.bin in the variable WHISPER_MODELS.');
  const page = await (await open(SPOKEN)).page();
  const press = (key: string) => page.keyboard.press(key);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
  await press('n');
  await tabTo(page, page.getByLabel('This was said, and they agreed'));
  await press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Start recording' }));
  await press('Enter');
  await expect(page).toHaveURL(/\/visits\/.+\/live/);
  await expect(page.getByRole('timer')).toBeVisible();
  await press('c');
  await expect(page.getByRole('log')).toContainText(/cough/i, { timeout: 45_000 });
  const captured = page.getByRole('region', { name: 'Captured so far' });
  await expect(captured.getByRole('listitem').filter({ hasText: /cough/i }).first()).toBeVisible({ timeout: 30_000 });
  await recorded(page, 17);
  await press('f');
  await expect(page).toHaveURL(/\/visits\/[^/]+$/, { timeout: ENDING });

  const note = page.getByRole('region', { name: 'Note', exact: true });
  await expect(page.getByRole('list', { name: 'What was said' })).toContainText(/ibuprofen/i, { timeout: 60_000 });
  const ibuprofen = note.getByRole('button', { name: /ibuprofen 400 mg/i }).first();
  await expect(ibuprofen).toBeVisible({ timeout: 30_000 });
  await expect(note.getByRole('button', { name: /cough/i }).first()).toBeVisible();
  await press('F6');
  const focused = note.locator('.sentence:focus');
  await expect(focused).toBeVisible();
  for (let i = 0; i < 40 && !/ibuprofen 400 mg/i.test(await focused.innerText()); i++) {
    await press('j');
  }
  await expect(ibuprofen).toBeFocused();
  await press('e');
  await expect(page.getByRole('textbox', { name: 'Statement' })).toBeFocused();
  await press('Control+a');
  await page.keyboard.type('The patient took ibuprofen 400 mg.');
  await press('Enter');
  await expect(note.getByRole('button', { name: /The patient took ibuprofen 400 mg\./ })).toBeVisible();

  await press('s');
  const seen = page.getByLabel('I have seen these');
  await expect(page.getByText(/You sign as/)).toBeVisible();
  if (await seen.isVisible()) {
    await tabTo(page, seen);
    await press('Space');
  }
  await tabTo(page, page.getByRole('button', { name: 'Sign and lock' }));
  await press('Enter');
  await expect(page.getByText(/Signed by/)).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Export' }));
  await press('Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('radio', { checked: true }));
  const text = page.getByLabel('Plain text');
  for (let i = 0; i < 8 && !(await text.isChecked()); i++) {
    await press('ArrowDown');
  }
  await tabTo(page, page.getByRole('link', { name: 'Download' }));
  const download = page.waitForEvent('download');
  await press('Enter');
  expect(readFileSync(await (await download).path(), 'utf8')).toMatch(/took ibuprofen 400 mg/i);
});

test('a tab that is closed while it records loses nothing that was said before', async () => {
  const opened = await open(NOISE);
  const page = await opened.page();
  const visit = await record(page);
  await recorded(page, 4);
  await page.close({ runBeforeUnload: false });

  await sendWhatWaits(await opened.page(), visit);
  await expectWhole(visit, 4);
});

test('a browser whose processes are killed loses nothing that it showed as kept', async () => {
  const opened = await open(NOISE);
  const page = await opened.page();
  const visit = await record(page);
  wire.cut(); // so that only the disk can have it
  await recorded(page, 5);
  const kept = await seconds(page);
  await opened.kill();

  wire.mend();
  await opened.open();
  await sendWhatWaits(await opened.page(), visit);
  await expectWhole(visit, kept);
});

test('a recording does not begin without what keeps its sound', async () => {
  const page = await (await open(NOISE)).page();
  const visits = async () => ((await (await fetch(`${service.url}/api/v1/encounters`)).json()) as { items: unknown[] }).items.length;
  const before = await visits();
  for (const part of ['/assets/recorder.worklet-', '/assets/recorder.worker-']) {
    wire.loses(part);
    await page.goto('/new');
    await page.getByLabel('This was said, and they agreed').check();
    await page.getByRole('button', { name: 'Start recording' }).click();
    await expect(page.getByText('This part of the page did not arrive')).toBeVisible();
    expect(await visits()).toBe(before);
    wire.loses(undefined);
  }
  await page.getByRole('button', { name: 'Try again' }).click();
  await recorded(page, 1);
});

test('a network that is gone for a minute stops no recording, and all of it arrives', async () => {
  test.setTimeout(180_000);
  const page = await (await open(NOISE)).page();
  const visit = await record(page);
  await recorded(page, 2);
  wire.cut();
  await expect(page.getByText(/No connection/)).toBeVisible();
  await recorded(page, 64);
  wire.mend();
  await expect(page.getByText(/On the server/)).toBeVisible({ timeout: 30_000 });
  const kept = await seconds(page);
  await finish(page);
  await expectWhole(visit, kept, true);
});

test('a service that is killed and started again in mid-recording gets all of it', async () => {
  const page = await (await open(NOISE)).page();
  const visit = await record(page);
  await recorded(page, 2);
  await service.kill();
  await expect(page.getByText(/No connection/)).toBeVisible();
  await service.start();
  await expect(page.getByText(/On the server/)).toBeVisible({ timeout: 30_000 });
  const kept = await seconds(page);
  await finish(page);
  await expectWhole(visit, kept, true);
});
