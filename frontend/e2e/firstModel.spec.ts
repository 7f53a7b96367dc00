import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { accessibilityFaults, expect, test as base } from './fixtures/page';
import { required } from './fixtures/parts';
import { Service } from './fixtures/service';
import { noteOf } from './fixtures/visit';

const MODEL = 'whisper-tiny.en';

/** As the catalogue has it: of another size nothing would be taken. */
const SIZE = 77_704_715;

/** Slow enough to be looked at, and to be stopped on the way. */
const PIECE = Buffer.alloc(1_000_000);
const PAUSE = 80;

/** In place of the models' publishers: it goes on where a download was, and what it sends is not what the catalogue knows. */
function mirror(): Server {
  return createServer((request, response) => {
    const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    response.writeHead(from > 0 ? 206 : 200, {
      'Accept-Ranges': 'bytes',
      'Content-Length': SIZE - from,
      ...(from > 0 ? { 'Content-Range': `bytes ${from}-${SIZE - 1}/${SIZE}` } : {}),
    });
    let left = SIZE - from;
    const send = () => {
      response.write(PIECE.subarray(0, left));
      left -= PIECE.length;
      if (left <= 0) {
        clearInterval(timer);
        response.end();
      }
    };
    const timer = setInterval(send, PAUSE);
    response.on('close', () => clearInterval(timer));
  });
}

/** A service on a machine where nothing can hear. */
const test = base.extend<object, { service: Service }>({
  service: [
    async ({}, use) => {
      const hub = mirror();
      await new Promise<void>((listening) => hub.listen(0, '127.0.0.1', listening));
      const { port } = hub.address() as AddressInfo;
      const service = await Service.start({ AMBIENT_GPT_MODELS_MIRROR: `http://127.0.0.1:${port}` });
      await use(service);
      await service.stop();
      hub.close();
    },
    { scope: 'worker', timeout: 150_000 },
  ],
});

test.describe.configure({ mode: 'serial' });

test('a machine where nothing hears says so, offers what to get, and says where a recording stays meanwhile', async ({ page }) => {
  await page.goto('/');
  const offer = page.getByRole('region', { name: 'Nothing here can hear yet' });
  await expect(offer.getByRole('listitem').first()).toContainText(/whisper-base\.en.*148 MB · English · MIT/s);
  await expect(offer.getByRole('button', { name: 'Get whisper-base.en' })).toBeEnabled();
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('link', { name: 'Upload' }).click();
  await expect(page.getByText(/What you bring is kept/)).toBeVisible();
  await page.getByRole('link', { name: 'Get a model' }).click();
  await expect(page.getByRole('heading', { name: 'What shall hear the visits?' })).toBeVisible();
  await expect(page.getByText('I have a file…')).toBeVisible();
});

test('a download is stopped, gone on with, found again after a reload, and says why it came to nothing', async ({ page }) => {
  await page.goto('/models?first');
  await page.getByText('All other models').click();
  const row = page.getByRole('listitem').filter({ has: page.getByText(MODEL, { exact: true }) });
  await row.getByRole('button', { name: `Get ${MODEL}` }).click();
  await expect(row).toContainText(/[1-9]\d?%/);
  await row.getByRole('button', { name: `Stop ${MODEL}` }).click();
  await expect(row.getByRole('button', { name: `Go on ${MODEL}` })).toBeVisible();
  await expect(row).toContainText(/[1-9]\d?% is here/);

  await row.getByRole('button', { name: `Go on ${MODEL}` }).click();
  await expect(row.getByRole('progressbar')).toBeVisible();
  await page.reload();
  await expect(row.getByRole('progressbar')).toBeVisible();
  await expect(row.getByRole('alert')).toContainText(/checksum|SHA-256/i, { timeout: 60_000 });
  await page.reload();
  await expect(row.getByRole('alert')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('once a model is here the first recording is offered, and heard with it', async ({ page }) => {
  const models = process.env.WHISPER_MODELS;
  required('A Whisper model', models !== undefined, 'Name the folder that has ggml-tiny.en.bin in the variable WHISPER_MODELS.');
  const own = join(await mkdtemp(join(tmpdir(), 'ambient-gpt-')), 'ggml-clinic.en.bin');
  await copyFile(join(models!, 'ggml-tiny.en.bin'), own);
  test.setTimeout(240_000);
  await page.goto('/models?first');
  await page.setInputFiles('input[type=file]', own);
  await page.getByRole('link', { name: 'Record a visit' }).click({ timeout: 60_000 });
  await rm(dirname(own), { recursive: true });
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(page.getByText(/Nothing here can hear/)).toHaveCount(0);
  await page.setInputFiles('input[type=file]', resolve('e2e/samples/visit.wav'));
  await page.getByRole('button', { name: 'Upload and write the note' }).click();
  await expect(noteOf(page).locator('.sentence').first()).toBeVisible({ timeout: 180_000 });
});
