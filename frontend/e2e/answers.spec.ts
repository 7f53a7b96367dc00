import { expect, test } from './fixtures/page';

const FOREIGN = /Something between this page and the service answered in its place/;

for (const [name, answer] of [
  ['a page of HTML', { contentType: 'text/html', body: '<!doctype html><title>Log in to the guest network</title>' }],
  ['an empty object', { contentType: 'application/json', body: '{}' }],
  ['nothing', { contentType: 'application/json', body: '' }],
  ["a gateway's page", { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }],
] as const) {
  test(`${name} in place of the api's answer is told, and no page is blank`, async ({ page }) => {
    await page.goto('/new?from=sample');
    await page.getByRole('button', { name: 'Open the sample visit' }).click();
    await expect(page).toHaveURL(/visits/);
    const visit = page.url();

    await page.route(/\/api\/v1\/(?!login|me)/, (route) => route.fulfill(answer));
    for (const path of ['/', visit, '/note-templates', '/models']) {
      await page.goto(path);
      await expect(page.getByText(FOREIGN).first(), path).toBeVisible({ timeout: 15_000 });
      await expect(page.getByRole('navigation'), path).toBeVisible();
    }
    await page.unrouteAll();
    await page.goto('/');
    await expect(page.getByRole('link', { name: /Sample/i }).first()).toBeVisible();
  });
}

test('a service that does not answer is told, and the page goes on when it does', async ({ page }) => {
  await page.goto('/');
  await page.route('**/api/v1/templates', (route) => route.abort());
  await page.getByRole('link', { name: 'Templates' }).click();
  await expect(page.getByText(/The service does not answer/)).toBeVisible({ timeout: 15_000 });
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'SOAP' })).toBeVisible();
});

test('a page whose files did not all come loads again by itself', async ({ page }) => {
  let lost = 0;
  await page.route('**/assets/*.js', (route) => (lost++ < 2 ? route.abort('connectionaborted') : route.continue()));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible({ timeout: 15_000 });
  expect(lost).toBeGreaterThan(2);
});

test('a page whose files never come says so, and is not blank', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.abort('connectionaborted'));
  await page.goto('/');
  await expect(page.getByText(/The page did not arrive whole/)).toBeVisible({ timeout: 30_000 });
});

test('a part of the page that does not come is told; the rest stays, and it comes when it can', async ({ page }) => {
  await page.goto('/');
  await page.route('**/assets/ModelsPage-*.js', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('link', { name: 'Models' }).click();
  await expect(page.getByText(/This part of the page did not arrive/)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Models and providers' })).toBeVisible();
});
