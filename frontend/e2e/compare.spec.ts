import { resolve } from 'node:path';
import { accessibilityFaults, expect, test as base } from './fixtures/page';
import { required } from './fixtures/parts';
import { withTwoRecognizers } from './fixtures/recognizers';
import type { Service } from './fixtures/service';
import { fromMenu, noteOf } from './fixtures/visit';

const test = base.extend<object, { service: Service }>({
  service: [({}, use) => withTwoRecognizers({}, use), { scope: 'worker', timeout: 290_000 }],
});

test('two recognizers hear one recording, and the words that differ are marked', async ({ page }) => {
  required('A Whisper model', process.env.WHISPER_MODELS !== undefined, 'Name the folder that has ggml-tiny.en.bin and ggml-base.bin in the variable WHISPER_MODELS.');
  test.setTimeout(280_000); // three times a model listens
  await page.goto('/new?from=upload');
  await page.setInputFiles('input[type=file]', resolve('e2e/samples/visit.wav'));
  await page.getByRole('button', { name: 'Upload and write the note' }).click();
  await expect(noteOf(page).locator('.sentence').first()).toBeVisible({ timeout: 90_000 });
  await fromMenu(page, 'Compare recognizers');

  await page.getByLabel('One').selectOption('whisper');
  await page.getByLabel('The other').selectOption('openai');
  await page.getByRole('button', { name: 'Let both hear it' }).click();
  await expect(page.getByText(/\d+ % of the words are the same/)).toBeVisible({ timeout: 180_000 });
  const [own, other] = [page.getByRole('region', { name: 'whisper' }), page.getByRole('region', { name: 'openai' })];
  for (const heard of [own, other]) {
    await expect(heard).toContainText(/cough/i);
    await expect(heard).toContainText(/\d+ words in [\d.]+ s/);
  }
  // A larger and a smaller model do not hear all alike; what they both heard is not marked.
  const marks = await page.locator('mark').allTextContents();
  expect(marks.length).toBeGreaterThan(0);
  expect(marks.join(' ')).not.toMatch(/\bcough\b/i);
  expect(await accessibilityFaults(page)).toEqual([]);
});
