import { accessibilityFaults, expect, test } from './fixtures/page';
import { fromMenu, openSample, paste } from './fixtures/visit';

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
  await paste(page, 'First');
  await paste(page, 'Second');
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'First' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Second' })).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible();
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
