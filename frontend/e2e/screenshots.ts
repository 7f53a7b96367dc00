import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BrowserContext, type Page } from '@playwright/test';
import { ARGUMENTS, CHROMIUM } from './fixtures/browser';
import { accessibilityFaults, expect, passwordTest, test as bareTest } from './fixtures/page';
import { PASSWORD, setUp } from './fixtures/account';
import { withTwoRecognizers } from './fixtures/recognizers';
import type { Service } from './fixtures/service';
import { HEARD, LARGEST, pictures, type Screen, SCREENS, SIZES } from './fixtures/screens';

const FOLDER = '../docs/screenshots';

/** What changes from run to run stands still: a picture differs only when the screen does. */
const NOW = new Date('2026-11-26T09:40:00');

const SPOKEN = resolve('e2e/samples/visit.wav');

const test = passwordTest.extend<object, { service: Service }>({
  service: [
    ({}, use) => withTwoRecognizers({ 'ambient-gpt.login.mode': 'password', 'ambient-gpt.retention.audio': '30d' }, use),
    { scope: 'worker', timeout: 290_000 },
  ],
});

test.use({
  trace: 'off',
  launchOptions: { executablePath: CHROMIUM!, args: [...ARGUMENTS, `--use-file-for-fake-audio-capture=${SPOKEN}%noloop`] },
});

let visit = '';
let recorded = '';

for (const screen of SCREENS.filter(({ stage }) => stage === 'bare')) {
  bareTest(`pictures of ${screen.name}`, ({ context }) => take(context, screen));
}

for (const screen of SCREENS.filter(({ stage }) => stage !== 'bare')) {
  test(`pictures of ${screen.name}`, async ({ context, page, service }) => {
    if (screen.stage !== 'new') {
      await comeIn(page, service);
    }
    if (screen.stage === 'out') {
      await page.getByRole('button', { name: 'Log out' }).click();
      await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
    }
    if (screen.stage === 'in' && visit === '') {
      await becomeAuditor(page);
      visit = await sample(page);
    }
    if (screen.recorded) {
      test.setTimeout(5 * HEARD); // once for its note, and once for each of four pictures
    }
    if (screen.recorded && recorded === '') {
      recorded = await upload(page);
    }
    await page.close();
    await take(context, screen);
  });
}

const idOf = (page: Page) => page.url().split('/').at(-1)!;
const note = (page: Page) => page.getByRole('region', { name: 'Note', exact: true });

/** Every role has its screens. */
async function becomeAuditor(page: Page): Promise<void> {
  await page.goto('/users');
  await page.getByLabel('Auditor').click();
  await expect(page.getByLabel('Auditor')).toBeChecked();
}

/** The sample, with a sentence that the visit does not bear, and one that was left out. */
async function sample(page: Page): Promise<string> {
  await page.goto('/new?from=sample');
  await page.getByRole('button', { name: 'Open the sample visit' }).click();
  await expect(note(page).locator('.sentence').first()).toBeVisible({ timeout: 60_000 });
  await note(page).getByRole('button', { name: /lisinopril,? 10 mg/i }).focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Statement' }).fill('The patient takes lisinopril, 20 mg once a day.');
  await page.keyboard.press('Enter');
  await expect(note(page).getByText('Unsupported').first()).toBeVisible();
  await note(page).getByRole('button', { name: /quit smoking/ }).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Not in the note').first()).toBeVisible();
  return idOf(page);
}

async function upload(page: Page): Promise<string> {
  await page.goto('/new?from=upload');
  await page.setInputFiles('input[type=file]', SPOKEN);
  await page.getByRole('button', { name: 'Upload and write the note' }).click();
  await expect(note(page).locator('.sentence').first()).toBeVisible({ timeout: HEARD });
  return idOf(page);
}

/** Makes the first account, or logs in to it. */
async function comeIn(page: Page, service: Service): Promise<void> {
  await page.goto('/');
  const form = page.getByRole('heading', { name: /^(Set up|Log in)$/ });
  await expect(form).toBeVisible();
  if ((await form.textContent()) === 'Set up') {
    return setUp(page, service);
  }
  await page.getByLabel('Name to log in with').fill('osei');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
}

async function take(context: BrowserContext, screen: Screen): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const { theme, size, file } of pictures(screen)) {
    const page = await context.newPage();
    await page.clock.setSystemTime(NOW);
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await screen.open(page, screen.recorded ? recorded : visit);
    await expect(page.locator('h1, h2').first()).toBeVisible();
    await expect(page.locator('.loading')).toHaveCount(0);
    await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
    // A screen that is worth a picture is worth a look by axe.
    expect.soft(await accessibilityFaults(page), file).toEqual([]);
    writeFileSync(`${FOLDER}/${file}`, await webp(page));
    await page.close({ runBeforeUnload: false });
  }
}

/** As small as the browser makes it: Playwright itself writes no WebP. */
async function webp(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  for (let quality = 85; ; quality -= 15) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
    const picture = Buffer.from(data, 'base64');
    if (picture.length <= LARGEST || quality < 30) {
      return picture;
    }
  }
}
