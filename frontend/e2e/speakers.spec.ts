import { accessibilityFaults, expect, test } from './fixtures/page';
import { paste } from './fixtures/visit';

test('a speaker is renamed everywhere, and two that were mixed up are exchanged', async ({ page }) => {
  await paste(page, 'Who speaks');
  const said = page.getByRole('region', { name: 'What was said' });
  const who = () => said.locator('.who').allTextContents();
  const before = (await who()).map((name) => name.replace('Speaker: ', ''));
  expect(new Set(before)).toEqual(new Set(['Doctor', 'Patient']));
  const as = (doctor: string, patient: string) => before.map((name) => (name === 'Doctor' ? doctor : patient));
  const dialog = page.getByRole('dialog', { name: 'Who speaks' });

  await said.getByRole('button', { name: 'Speaker: Doctor' }).first().click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByLabel('Name').fill('Dr Osei');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(said.locator('.who')).toContainText(as('Dr Osei', 'Patient'));

  await said.getByRole('button', { name: 'Speaker: Patient' }).first().click();
  await dialog.getByRole('button', { name: 'Exchange with Dr Osei' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(said.locator('.who')).toContainText(as('Patient', 'Dr Osei'));
  await page.reload();
  await expect(said.locator('.who')).toContainText(as('Patient', 'Dr Osei'));
  // The voice and its role go together: the note's evidence names who said it now.
  await expect(said.locator('.who').nth(1)).toHaveClass(/clinician/);
});
