import { accessibilityFaults, expect, test } from './fixtures/page';
import { edit, noteOf, openSample, paste, sentence } from './fixtures/visit';

test('what was removed comes back by undo, also after a reload', async ({ page }) => {
  await paste(page, 'Undone');
  const before = await page.locator('.sentence .text').allTextContents();
  await sentence(page, /crackles/i).focus();
  await page.keyboard.press('Delete');
  await expect(sentence(page, /crackles/i)).toHaveCount(0);
  await edit(page, /blood pressure/i, 'BP 130/80.');
  await expect(sentence(page, /BP 130/)).toBeVisible();

  await page.reload();
  await expect(sentence(page, /BP 130/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(sentence(page, /BP 130/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.sentence .text')).toHaveText(before);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('undo takes back what was done here, and not what another window did meanwhile', async ({ context, page }) => {
  await paste(page, 'Undone beside another');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(sentence(other, /crackles/i)).toBeVisible();
  await edit(other, /crackles/i, 'Crackles at the left base.');
  await expect(sentence(other, /left base/)).toBeVisible();
  await edit(page, /blood pressure/i, 'BP 130/80.'); // from the version before: it is merged
  await expect(sentence(page, /BP 130/)).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(sentence(page, /BP 130/)).toHaveCount(0);
  await expect(sentence(page, /left base/)).toBeVisible();
});

test('a section that is written anew is shown first; it is kept or taken, and goes back in one request', async ({ page }) => {
  await openSample(page);
  const lisinopril = sentence(page, /lisinopril,? 10 mg/i);
  await lisinopril.focus();
  await page.keyboard.press('Delete');
  await expect(lisinopril).toHaveCount(0);
  const before = await page.locator('.sentence .text').allTextContents();

  const regenerate = async () => {
    await noteOf(page).getByRole('button', { name: 'Regenerate Subjective' }).click();
    await expect(page.getByRole('region', { name: 'Written anew by builtin' })).toContainText(/lisinopril,? 10 mg/i, { timeout: 30_000 });
    await expect(page.getByRole('region', { name: 'As it is' })).not.toContainText(/lisinopril,? 10 mg/i);
  };
  await regenerate();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep it as it is' }).click();
  await expect(lisinopril).toHaveCount(0);

  await regenerate();
  await page.getByRole('button', { name: 'Take the new one' }).click();
  await expect(lisinopril).toBeVisible();
  const changes: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && changes.push(new URL(request.url()).pathname.replace(/^.*:/, ':')));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.sentence .text')).toHaveText(before);
  expect(changes).toEqual([':revert']);
});
