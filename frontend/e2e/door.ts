import { expect, test as base } from './fixtures/page';

/** Against a system that somebody else started, such as the images under compose: the environment says where, and who comes in. */
const test = base.extend({ baseURL: ({}, use) => use(process.env.AMBIENT_GPT_DOOR!) });

test('a pasted dialogue becomes a signed note', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Name to log in with').fill(process.env.AMBIENT_GPT_DOOR_USER!);
  await page.getByLabel('Password', { exact: true }).fill(process.env.AMBIENT_GPT_DOOR_PASSWORD!);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();

  await page.goto('/new?from=paste');
  await page.getByLabel('Label').fill('Through the door');
  await page.getByLabel('Transcript').fill(`Doctor: What brings you in today?
Patient: I've had a bad cough for two weeks.
Doctor: I think you have bronchitis. Take ibuprofen 400 milligrams twice a day for 5 days.
`);
  await page.getByRole('button', { name: 'Write the note' }).click();
  const note = page.getByRole('region', { name: 'Note', exact: true });
  await expect(note).toBeVisible({ timeout: 60_000 });
  await expect(note.getByRole('button', { name: /cough/ }).first()).toBeVisible();

  await page.getByRole('button', { name: /^Sign…/ }).click();
  await expect(page.getByText(/You sign as/)).toBeVisible();
  const seen = page.getByLabel('I have seen these');
  if (await seen.isVisible()) {
    await seen.check();
  }
  await page.getByRole('button', { name: 'Sign and lock' }).click();
  await expect(page.getByText(/^Signed by/)).toBeVisible();
  await expect(page.getByText('DRAFT')).toHaveCount(0);
});
