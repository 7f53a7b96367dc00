import { accessibilityFaults, expect, test as base } from './fixtures/page';
import { Service } from './fixtures/service';

/** A service that nobody has an account at yet. */
const test = base.extend<object, { service: Service }>({
  service: [
    async ({}, use) => {
      const service = await Service.start({ 'ambient-gpt.login.mode': 'password' });
      await use(service);
      await service.stop();
    },
    { scope: 'worker', timeout: 150_000 },
  ],
});
const PASSWORD = 'correct horse battery staple';

test.describe.configure({ mode: 'serial' });

test('the first account is made with the code of the log, and comes in', async ({ page, service }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Set up' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('One-time code').fill('WRONG-CODE-0000-0000');
  await page.getByLabel('Your name').fill('Dr A. Osei');
  await page.getByLabel('Name to log in with').fill('osei');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /code/i })).toBeVisible();

  await page.getByLabel('One-time code').fill(/[0-9A-Z]{5}(-[0-9A-Z]{5}){3}/.exec(service.log())![0]);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
});

async function logIn(page: import('@playwright/test').Page, name = 'osei', password = PASSWORD) {
  await page.getByLabel('Name to log in with').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

test('a wrong password is told; the right one comes in, and out again', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await logIn(page, 'osei', 'wrong');
  await expect(page.getByRole('alert').filter({ hasText: /wrong/i })).toBeVisible();
  await logIn(page);
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
});
