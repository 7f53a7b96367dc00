import { expect, test } from './fixtures/page';
import { deleteAll, openSample } from './fixtures/visit';

test('what is asked for while the page is on its way is what the page asks for, and nothing twice', async ({ page }) => {
  await deleteAll(page); // a list with a visit that is still worked on is asked for again
  await openSample(page);
  const visit = new URL(page.url()).pathname;
  for (const path of ['/', '/note-templates', '/models', visit]) {
    const asked: string[] = [];
    page.removeAllListeners('request');
    page.on('request', (request) => {
      if (request.method() === 'GET' && request.url().includes('/api/v1/')) {
        asked.push(new URL(request.url()).pathname);
      }
    });
    await page.goto(path);
    await expect(page.locator('main h1'), path).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(asked, path).toContain('/api/v1/me');
    expect(asked, path).toEqual([...new Set(asked)]);
    expect(await page.evaluate(() => Object.keys((window as unknown as { early: object }).early)), path).toEqual([]);
  }
});
