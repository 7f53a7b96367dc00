import { expect, test } from './fixtures/page';
import { fromMenu, noteOf, openSample } from './fixtures/visit';

test('which note of a visit is shown stands in the address: a reload and a link show the same', async ({ page, context }) => {
  await openSample(page);
  expect(new URL(page.url()).search).toBe('');
  const first = noteOf(page).getByRole('heading', { level: 3 }).first();
  await expect(first).toContainText('Subjective');
  await fromMenu(page, /Another template or length/);
  const dialog = page.getByRole('dialog', { name: 'Write another note of this visit' });
  await dialog.getByLabel('Template').selectOption('BIRP');
  await dialog.getByLabel('Length').selectOption({ label: 'Brief' });
  await dialog.getByRole('button', { name: 'Write the note' }).click();
  await expect(first).toContainText('Behavior', { timeout: 60_000 });
  await expect(page).toHaveURL(/\?note=[0-9a-f-]+$/);
  const birp = page.url();
  const choice = page.getByLabel('Note of this visit');

  await choice.selectOption({ index: 0 });
  await expect(first).toContainText('Subjective');
  await page.reload();
  await expect(first).toContainText('Subjective');
  await expect(choice.locator('option:checked')).toContainText('SOAP');

  const other = await context.newPage();
  await other.goto(birp);
  await expect(noteOf(other).getByRole('heading', { level: 3 }).first()).toContainText('Behavior');
});
