import type { Page } from '@playwright/test';
import { accessibilityFaults, expect, test } from './fixtures/page';
import { openSample } from './fixtures/visit';

/** What has the focus, when something else lies over its middle. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) {
      return undefined;
    }
    const { x, y, width, height } = focused.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 20));
    return focused.contains(top) || top?.contains(focused) ? undefined : `${focused.outerHTML.slice(0, 80)} is under ${top?.className}`;
  });

/** Goes through all that can be focused, from the top and back, and says what was covered. */
async function coveredByKeys(page: Page): Promise<string[]> {
  const found = new Set<string>();
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press(key);
      const fault = await covered(page);
      if (fault !== undefined) {
        found.add(`${key}: ${fault}`);
      }
    }
  }
  return [...found];
}

test('on a phone the menu leads everywhere, by tap and by key', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  const menu = page.getByRole('button', { name: 'Menu' });
  await expect(page.getByRole('link', { name: 'Templates' })).toBeHidden();
  await menu.press('Enter');
  await expect(page.getByRole('link', { name: 'Settings' })).toBeInViewport();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Settings' })).toBeHidden();
  await menu.click();
  await page.getByRole('link', { name: 'Templates' }).click();
  await expect(page.getByRole('heading', { name: 'Templates' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Settings' })).toBeHidden();
});

test('no page is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/', '/new', '/new?from=upload', '/note-templates', '/models', '/retention', '/audit', '/settings']) {
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});

test('on a phone the tick that a recording wants is seen at once, with its button, and no bar covers what has the focus', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await page.goto('/new');
  const tick = page.getByLabel('This was said, and they agreed');
  await expect(page.getByRole('button', { name: 'Start recording' })).toBeInViewport({ ratio: 1 });
  await expect(tick).toBeInViewport({ ratio: 1 });
  await tick.focus();
  expect(await covered(page)).toBeUndefined();
  await page.locator('h1').focus();
  expect(await coveredByKeys(page)).toEqual([]);

  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect(page.getByText('Tick the consent first')).toBeInViewport({ ratio: 1 });
  await tick.check();
  await page.getByLabel('Who agreed').fill(' ');
  await expect(page.getByText('Say who agreed')).toBeInViewport({ ratio: 1 });
  expect(await accessibilityFaults(page)).toEqual([]);

  await openSample(page);
  await page.locator('.statement .sentence').first().click();
  await expect(page.getByRole('region', { name: 'Evidence of the chosen sentence' })).toBeVisible();
  expect(await coveredByKeys(page)).toEqual([]);
  const last = page.locator('.statement .sentence').last();
  await last.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  expect(await covered(page)).toBeUndefined();
});
