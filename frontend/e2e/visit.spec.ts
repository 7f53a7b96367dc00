import { accessibilityFaults, expect, test } from './fixtures/page';
import { edit, fromMenu, noteOf, openSample, paste, sentence } from './fixtures/visit';

test('a pasted dialogue becomes a note whose sentences light the words they rest on', async ({ page }) => {
  await paste(page, 'Pasted dialogue');
  const note = noteOf(page);

  await note.getByRole('button', { name: /amoxicillin 500 mg/ }).first().hover();
  await expect(page.locator('mark').first()).toContainText(/amoxicillin/);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a statement is edited, checked again, and the note is signed and locked', async ({ page }) => {
  await paste(page, 'Edited and signed');
  const note = noteOf(page);
  await edit(page, /amoxicillin 500 mg/, 'Prescribe amoxicillin 250 mg 3 times a day for 7 days.');
  await expect(note.getByText('Unsupported').first()).toBeVisible();

  await edit(page, /amoxicillin 250 mg/, 'Prescribe amoxicillin 500 mg 3 times a day for 7 days.');
  await expect(note.getByText('Unsupported')).toHaveCount(0);

  await page.getByRole('button', { name: /^Sign…/ }).click();
  const seen = page.getByLabel('I have seen these');
  await expect(page.getByText(/You sign as/)).toBeVisible();
  if (await seen.isVisible()) {
    await seen.check();
  }
  await page.getByRole('button', { name: 'Sign and lock' }).click();
  await expect(page.getByText(/Signed by Local clinician/)).toBeVisible();
  await expect(page.getByText('DRAFT')).toHaveCount(0);
});

test('a laptop without a network works with the service that runs on it', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
  await page.goto('/');
  await page.evaluate(() => window.dispatchEvent(new Event('offline')));
  await page.getByRole('link', { name: 'Templates', exact: true }).click();
  await expect(page.getByRole('button', { name: 'SOAP' })).toBeVisible();
});

test('two windows that edit one note lose nothing', async ({ context, page }) => {
  await paste(page, 'Two windows');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(sentence(other, /crackles/i)).toBeVisible();
  await edit(page, /blood pressure/i, 'The blood pressure is 130/80 mmHg.');
  await expect(sentence(page, /130\/80 mmHg/)).toBeVisible();
  await edit(other, /crackles/i, 'There are some crackles in the left lung.');
  await expect(sentence(other, /There are some crackles/)).toBeVisible();
  await page.reload();
  const note = noteOf(page);
  await expect(note.getByText('The blood pressure is 130/80 mmHg.')).toBeVisible();
  await expect(note.getByText('There are some crackles in the left lung.')).toBeVisible();
});

test('two windows that edit one sentence are asked which text is to stay', async ({ context, page }) => {
  await paste(page, 'One sentence');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(sentence(other, /blood pressure/i)).toBeVisible();
  await edit(page, /blood pressure/i, 'The blood pressure is 130/80 mmHg.');
  await expect(sentence(page, /130\/80 mmHg/)).toBeVisible();
  await edit(other, /blood pressure/i, 'Blood pressure was 130 over 80.');

  const dialog = other.getByRole('dialog');
  await expect(dialog).toContainText('The blood pressure is 130/80 mmHg.');
  await expect(dialog).toContainText('Blood pressure was 130 over 80.');
  expect(await accessibilityFaults(other)).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep both' }).click();
  await expect(sentence(other, /130\/80 mmHg\. Blood pressure was/)).toBeVisible();
});

test('a sentence that was being typed when the page went away is there again', async ({ page }) => {
  await paste(page, 'Typed');
  await sentence(page, /crackles/i).focus();
  await page.keyboard.press('e');
  await page.route('**/statements/*', (route) => route.abort()); // a field that is left is saved: not now
  await page.getByRole('textbox', { name: 'Statement' }).fill('Crackles at the left base, and');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue('Crackles at the left base, and');
});

test('versions, codes and documents of a note can be looked at', async ({ page }) => {
  await paste(page, 'More');
  await edit(page, /blood pressure/i, 'The blood pressure is 130/80 mmHg.');
  await expect(sentence(page, /130\/80 mmHg/)).toBeVisible();
  for (const [name, expected] of [
    ['Versions', /130\/80 mmHg/],
    ['Codes to consider', /pneumonia/i],
    ['Documents', /amoxicillin/i],
  ] as const) {
    await fromMenu(page, name);
    await expect(page.getByRole('dialog', { name })).toContainText(expected);
    expect(await accessibilityFaults(page), name).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('the sample visit opens with one click', async ({ page }) => {
  await openSample(page);
});

test('a note that was written after the notes were asked for and before the work was is shown', async ({ page }) => {
  await paste(page, 'Between two looks');
  let early = true;
  await page.route('**/encounters/*/notes', async (route) => {
    const answer = await route.fetch();
    const list = (await answer.json()) as { items: unknown[] };
    await route.fulfill({ response: answer, json: early ? { ...list, items: [] } : list });
    early = false;
  });
  await page.reload();
  await expect(noteOf(page)).toBeVisible();
  expect(early).toBe(false);
});

for (const theme of ['light', 'dark'] as const) {
  for (const [name, size] of [
    ['desktop', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    test(`no screen has a serious finding of axe, ${theme}, ${name}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: theme });
      for (const path of ['/', '/new', '/new?from=upload', '/new?from=paste', '/note-templates', '/models', '/settings']) {
        await page.goto(path);
        await expect(page.locator('h1').first(), path).toBeVisible();
        expect(await accessibilityFaults(page), path).toEqual([]);
      }
    });
  }
}
