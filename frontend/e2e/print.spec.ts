import { expect, test } from './fixtures/page';
import { edit, noteOf, openSample, sentence } from './fixtures/visit';

test('what is printed is the whole note, says that it is a draft, and is nothing else', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 500 }); // so low that the note is scrolled on the screen
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await openSample(page);
  await edit(page, /lisinopril,? 10 mg/i, 'The patient takes lisinopril, 20 mg once a day.');
  await expect(sentence(page, /lisinopril, 20 mg/)).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('DRAFT').first()).toBeVisible();
  const note = noteOf(page);
  await expect(note.getByText('Unsupported', { exact: true })).toBeVisible();
  for (const hidden of [page.getByRole('navigation'), page.getByRole('region', { name: 'What was said' }), page.getByRole('dialog'), page.getByRole('button', { name: /^Copy/ })]) {
    expect(await hidden.filter({ visible: true }).count(), String(hidden)).toBe(0);
  }
  // Nothing of it is cut off: each sentence lies inside of all that could clip it.
  const cut = await note.locator('.sentence').evaluateAll((sentences) =>
    sentences.filter((sentence) => {
      const { bottom } = sentence.getBoundingClientRect();
      for (let box = sentence.parentElement; box; box = box.parentElement) {
        const clips = getComputedStyle(box).overflowY !== 'visible' && box !== document.documentElement;
        if (clips && bottom > box.getBoundingClientRect().bottom + 1) {
          return true;
        }
      }
      return false;
    }).length,
  );
  expect(cut).toBe(0);
  expect(await pages(page)).toBeGreaterThan(1);
});

/** How many sheets it takes. */
async function pages(page: import('@playwright/test').Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A5' })).toString('latin1');
  return (pdf.match(/\/Type \/Page\b/g) ?? []).length;
}
