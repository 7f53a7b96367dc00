import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from './fixtures/page';
import { noise, writeWav } from './fixtures/sound';
import { Wire } from './fixtures/wire';

/** Ten minutes, 19 MB: three pieces of an upload. */
const LENGTH = 600;
const test = base.extend<{ wire: Wire }>({
  wire: async ({ service }, use) => {
    const wire = await Wire.to(service.port);
    await use(wire);
    wire.close();
  },
  baseURL: ({ wire }, use) => use(wire.url),
});

test.beforeAll(({}, info) => {
  writeWav(join(info.project.outputDir, 'long.wav'), noise(LENGTH));
});

const file = () => join(test.info().project.outputDir, 'long.wav');

async function send(page: Page): Promise<void> {
  await page.goto('/new?from=upload');
  await page.getByLabel('Choose a file…').setInputFiles(file());
  await page.getByRole('button', { name: 'Upload and write the note' }).click();
}

async function expectTheSameFile(service: { url: string }, visit: string): Promise<void> {
  const found = await fetch(`${service.url}/api/v1/encounters/${visit}/recordings`);
  const { items } = (await found.json()) as { items: { id: string }[] };
  expect(items).toHaveLength(1);
  const audio = await fetch(`${service.url}/api/v1/recordings/${items[0]!.id}/audio`);
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  expect(hash(Buffer.from(await audio.arrayBuffer()))).toBe(hash(readFileSync(file())));
}

/** The last piece is answered once the service has put all of them together: 12 s at a load of 14, where Java has no use of the processor's own encryption. */
const visitOf = async (page: Page) => {
  await expect(page).toHaveURL(/\/visits\/[^/]+$/, { timeout: 90_000 });
  return page.url().split('/').at(-1)!;
};

test('an upload that breaks in the middle goes on by itself, and the file arrives as it was', async ({ page, wire, service }) => {
  wire.cutAfter(12_000_000);
  await send(page);
  await expect.poll(() => wire.isCut, { timeout: 30_000 }).toBe(true);
  wire.mend();
  await expectTheSameFile(service, await visitOf(page));
});

test('an upload waits for a network that is gone, whatever the browser says of it, and goes on', async ({ page, wire, service }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
  wire.cutAfter(12_000_000);
  await send(page);
  await expect(page.getByRole('status').filter({ hasText: 'No connection' })).toBeVisible();
  wire.mend();
  await expectTheSameFile(service, await visitOf(page));
});

test('an upload whose page was closed goes on where it was when the file is chosen again', async ({ page, wire, service, context }) => {
  wire.cutAfter(12_000_000);
  await send(page);
  await expect.poll(() => wire.isCut, { timeout: 30_000 }).toBe(true);
  // A name can be a patient's: it stays nowhere in the browser.
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('long.wav');
  await page.close();
  wire.mend();
  const visits = async () => ((await (await fetch(`${service.url}/api/v1/encounters`)).json()) as { total: number }).total;
  const before = await visits();

  const begun: string[] = [];
  context.on('request', (request) => request.method() === 'POST' && begun.push(new URL(request.url()).pathname));
  const again = await context.newPage();
  await send(again);
  await expectTheSameFile(service, await visitOf(again));
  expect(begun).not.toContain('/api/v1/uploads');
  expect(await visits()).toBe(before);
});
