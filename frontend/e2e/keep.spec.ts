import { accessibilityFaults, expect, test } from './fixtures/page';
import { agree, deleteAll, fromMenu, openSample, paste, noteOf } from './fixtures/visit';

test('a visit gets another label, and is deleted with all that belongs to it', async ({ page }) => {
  await openSample(page);
  const visit = page.url();
  await fromMenu(page, 'Rename…');
  await page.getByLabel('Label').fill('Cough, second look');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Cough, second look' })).toBeVisible();

  await fromMenu(page, 'Delete…');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Cough, second look' })).toHaveCount(0);
  await page.goto(visit);
  await expect(page.getByRole('alert').filter({ hasText: 'There is no such encounter' })).toBeVisible();
});

test('from the list to a signature and on to the next unsigned note, without a mouse', async ({ page }) => {
  await deleteAll(page); // the next unsigned one is the oldest, whichever test made it
  await paste(page, 'First');
  await paste(page, 'Second');
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'First' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Second' })).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
  await expect(noteOf(page)).toBeVisible();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Sign this note' });
  const seen = dialog.getByRole('checkbox');
  await expect(dialog).toContainText('You sign as');
  if ((await seen.count()) > 0) {
    await seen.focus();
    await page.keyboard.press('Space');
  }
  await dialog.getByRole('button', { name: /^Sign/ }).press('Enter');
  await page.getByRole('link', { name: 'Next unsigned' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible();
});

test('visits of some days are shown, and the address says which; of the unsigned ones the oldest is first', async ({ page }) => {
  await deleteAll(page); // the list shows 50 at a time, and of the unsigned ones the oldest first
  await paste(page, 'Earlier');
  await paste(page, 'Later');
  await page.goto('/');
  const labels = page.locator('tbody a');
  await expect(labels.first()).toHaveText('Later');
  await page.getByLabel('Days').selectOption('Last 7 days');
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d$/);
  await expect(labels.first()).toHaveText('Later');
  await page.locator('h1').focus();
  await page.keyboard.press('u');
  await expect(page.getByRole('button', { name: 'Unsigned' })).toHaveAttribute('aria-pressed', 'true');
  const shown = async () => (await labels.allTextContents()).filter((label) => /Earlier|Later/.test(label));
  await expect.poll(shown).toEqual(['Earlier', 'Later']);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByLabel('Days').selectOption('From … to …');
  await page.getByLabel('First day').fill('2020-01-01');
  await page.getByLabel('Last day').fill('2020-01-31');
  await expect(page.getByText('No visit is like that.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Last day')).toHaveValue('2020-01-31');
  await page.getByRole('button', { name: 'Show all visits' }).click();
  await expect(labels.first()).toHaveText('Later');
});

test('who agreed takes it back, and the visit says no more that somebody did', async ({ page }) => {
  await openSample(page);
  await agree(page);
  await page.reload();
  const given = page.getByText('Consent given');
  await expect(given).toBeVisible();

  await fromMenu(page, 'Take the consent back…');
  const dialog = page.getByRole('dialog', { name: 'Take the consent back?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(given).toBeVisible();
  await fromMenu(page, 'Take the consent back…');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(given).toHaveCount(0);
  await page.reload();
  await expect(noteOf(page)).toBeVisible();
  await expect(given).toHaveCount(0);
  await page.locator('summary').click();
  await expect(page.getByRole('button', { name: 'Delete…' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take the consent back…' })).toHaveCount(0);
});

test('F6 goes from pane to pane, on a phone too, where one is shown at a time', async ({ page }) => {
  await openSample(page);
  const focused = () => page.evaluate(() => document.activeElement?.closest('.pane')?.getAttribute('aria-label'));
  for (const size of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    await page.setViewportSize(size);
    await page.locator('h1').focus();
    for (const [key, pane] of [
      ['F6', 'Note'],
      ['F6', 'Evidence, and what is to settle'],
      ['F6', 'What was said'],
      ['Shift+F6', 'Evidence, and what is to settle'],
      ['Shift+F6', 'Note'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused(), `${size.width} ${key}`).toBe(pane);
    }
  }
});

test('"?" tells what the keys do, and Esc closes it', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('Unsigned only, or all');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
});
