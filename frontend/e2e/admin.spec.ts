import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { accessibilityFaults, expect, test } from './fixtures/page';
import { required } from './fixtures/parts';

test('an admin reads how long what is kept, and which setting says so', async ({ page }) => {
  await page.goto('/retention');
  const recordings = page.getByRole('listitem').filter({ hasText: 'Recordings' });
  await expect(recordings).toContainText('Kept until somebody deletes them');
  await expect(recordings.locator('code')).toHaveText('ambient-gpt.retention.audio');
  await expect(page.getByRole('listitem').filter({ hasText: 'Notes' }).locator('code')).toHaveText('ambient-gpt.retention.unsigned-note');
  expect(await accessibilityFaults(page)).toEqual([]);
});

for (const [on, size, theme] of [
  ['a desktop', { width: 1280, height: 900 }, 'light'],
  ['a phone', { width: 390, height: 844 }, 'dark'],
] as const) {
  test(`on ${on} what is due is counted, deleted after a question, and the audit log says who asked`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: theme });
    // No rule can be so short that something is due in a test: the page is told so, and the service finds that it is not.
    const rules = [{ kind: 'transcript', keptDays: 30, due: 2, more: false, oldest: '2026-01-02T09:30:00Z' }];
    await page.route('**/api/v1/admin/retention', (route) => route.fulfill({ json: rules }));
    await page.goto('/retention');
    await expect(page.getByText('2 are due within the hour.')).toBeVisible();
    const open = page.getByRole('button', { name: 'Delete what is due now…' });
    await open.click();
    const question = page.getByRole('dialog', { name: 'Delete what is due, for good?' });
    await expect(question.getByRole('listitem')).toHaveText(['2 transcripts']);
    expect(await accessibilityFaults(page)).toEqual([]);
    await question.getByRole('button', { name: 'Cancel' }).click();
    await open.click();
    await page.unroute('**/api/v1/admin/retention');
    await question.getByRole('button', { name: 'Delete it for good' }).click();
    await expect(page.getByText('Nothing was due any more.')).toBeVisible({ timeout: 30_000 });
    await expect(open).toHaveCount(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    await page.goto('/audit');
    await expect(page.getByRole('cell', { name: 'retention.enforce' }).first()).toBeVisible();
  });
}

test('a model comes from a file, a file that is none is refused, and what came can go', async ({ page }) => {
  const models = process.env.WHISPER_MODELS;
  required('A Whisper model', models !== undefined, 'Name the folder that has ggml-tiny.en.bin in the variable WHISPER_MODELS.');
  await page.goto('/models');
  await page.setInputFiles('input[type=file]', { name: 'notes.bin', mimeType: 'application/octet-stream', buffer: Buffer.from('no model') });
  const problem = page.locator('.note-box.problem');
  await expect(problem).toContainText(/model/i);
  // Of a clinic's own: under the name of a model of the catalogue it would have to be that one.
  const own = join(await mkdtemp(join(tmpdir(), 'ambient-gpt-')), 'ggml-clinic.en.bin');
  await copyFile(join(models!, 'ggml-tiny.en.bin'), own);
  await page.setInputFiles('input[type=file]', own);
  await expect(page.getByText(/is here\./)).toBeVisible({ timeout: 60_000 });
  await rm(dirname(own), { recursive: true });
  await expect(problem).toHaveCount(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  const clinic = page.getByRole('listitem').filter({ hasText: 'clinic' });
  await clinic.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(clinic).toHaveCount(0);
});
