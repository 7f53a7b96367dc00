import type { Browser, Page } from '@playwright/test';
import { PASSWORD } from './fixtures/account';
import { accessibilityFaults, expect, passwordTest as test } from './fixtures/page';

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
  await expect(page.getByRole('heading', { name: 'What shall hear the visits?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Get whisper-base.en' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Go on to the visits' }).click();
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
});

async function logIn(page: Page, name = 'osei', password = PASSWORD) {
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

test('a session that ends in mid-edit loses nothing: one logs in again, and the edit is saved', async ({ page, context }) => {
  await page.goto('/');
  await logIn(page);
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
  await page.goto('/new?from=sample');
  await page.getByRole('button', { name: 'Open the sample visit' }).click();
  const note = page.getByRole('region', { name: 'Note', exact: true });
  await note.locator('.sentence').first().focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Statement' }).fill('Dry cough for two weeks, worse at night.');
  await context.clearCookies();
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(dialog).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await logIn(page);
  await expect(dialog).toHaveCount(0);
  await expect(note.getByRole('button', { name: /worse at night/ })).toBeVisible();
  await page.reload();
  await expect(note.getByRole('button', { name: /worse at night/ })).toBeVisible();
});

/** Somebody whom an admin lets in, with a browser of their own. */
async function letIn(page: Page, browser: Browser, who: { name: string; username: string; role: string; password: string }): Promise<Page> {
  await page.getByRole('link', { name: 'Users' }).click();
  await page.getByLabel('Name, as on signed notes').fill(who.name);
  await page.getByLabel('Name to log in with').fill(who.username);
  await page.getByLabel('Role', { exact: true }).selectOption(who.role);
  await page.getByRole('button', { name: 'Make a code' }).click();
  const code = (await page.locator('.secret').textContent())!;
  expect(await accessibilityFaults(page)).toEqual([]);

  const other = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'I have a code' }).click();
  await other.getByLabel('Name to log in with').fill(who.username);
  await other.getByLabel('Code of the invitation').fill(code);
  await other.getByLabel('New password').fill(who.password);
  await other.getByRole('button', { name: 'Set the password and log in' }).click();
  await expect(other.getByRole('navigation')).toBeVisible();
  return other;
}

test('an admin lets a colleague in, who sets a password and does not see the others’ visits', async ({ page, browser }) => {
  await page.goto('/');
  await logIn(page);
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
  const other = await letIn(page, browser, { name: 'Dr B. Lee', username: 'lee', role: 'Clinician', password: 'another long enough secret' });
  await expect(other.getByRole('heading', { name: 'No visits yet' })).toBeVisible();
  await expect(other.getByRole('link', { name: 'Users' })).toHaveCount(0);
  await other.context().close();
});

test('who was invited gets another code, and is locked out at once', async ({ page }) => {
  await page.goto('/');
  await logIn(page);
  await page.getByRole('link', { name: 'Users' }).click();
  await page.getByLabel('Name, as on signed notes').fill('Dr D. Kim');
  await page.getByLabel('Name to log in with').fill('kim');
  await page.getByRole('button', { name: 'Make a code' }).click();
  const code = page.locator('.secret');
  await expect(code).toBeVisible();
  const first = await code.textContent();
  const invited = page.getByRole('row').filter({ hasText: 'Dr D. Kim' });
  await invited.getByRole('button', { name: 'New code' }).click();
  await expect(code).not.toHaveText(first!);
  expect(await accessibilityFaults(page)).toEqual([]);
  await invited.getByRole('button', { name: 'Lock out' }).click();
  await expect(invited).toContainText('locked out');
  await expect(invited.locator('.note-box')).toHaveCount(0);
});

test('a page for a role says so to who has another, and offers no trying again', async ({ page, browser }) => {
  const told = async (by: Page, path: string, role: string) => {
    await by.goto(path);
    await expect(by.getByText(`This page is for the role ${role}, which your account does not have.`), path).toBeVisible();
    await expect(by.getByRole('button', { name: 'Try again' }), path).toHaveCount(0);
    expect(await accessibilityFaults(by), path).toEqual([]);
  };
  await page.goto('/');
  await logIn(page);
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
  const auditor = await letIn(page, browser, { name: 'C. Ames', username: 'ames', role: 'Auditor', password: 'a third long enough secret' });
  await told(page, '/audit', 'Auditor');

  await told(auditor, '/', 'Clinician or Admin');
  await told(auditor, '/note-templates', 'Clinician');
  await expect(auditor.getByRole('navigation').getByRole('link')).toHaveText(['Audit', 'Settings']);
  await auditor.getByRole('link', { name: 'Audit' }).click();
  await expect(auditor.getByRole('cell', { name: 'Dr A. Osei' }).first()).toBeVisible();
  await auditor.context().close();

  const clinician = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  await clinician.goto('/');
  await logIn(clinician, 'lee', 'another long enough secret');
  await expect(clinician.getByRole('navigation')).toBeVisible();
  for (const path of ['/users', '/all-visits', '/retention']) {
    await told(clinician, path, 'Admin');
  }
  await clinician.context().close();
});

test('a token is shown once and can be revoked', async ({ page }) => {
  await page.goto('/');
  await logIn(page);
  await expect(page.getByRole('heading', { name: 'Visits', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByLabel('What it is for').fill('The practice system');
  await page.getByRole('button', { name: 'Make a token' }).click();
  await expect(page.locator('.secret')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have it' }).click();
  await page.getByRole('button', { name: 'Revoke The practice system' }).click();
  await expect(page.getByText('The practice system')).toHaveCount(0);
});

test('a visit is shared with a colleague, who reads it; an admin opens one with a reason, and its clinician sees that', async ({ page, browser, baseURL }) => {
  await page.goto('/');
  await logIn(page);
  await page.getByRole('link', { name: /Sample/ }).first().click();
  await page.locator('summary').click();
  const visit = new URL(page.url()).pathname.split('/').pop()!;
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Who sees this visit' });
  await expect(dialog).toContainText('Nobody but its clinician');
  await dialog.getByLabel('Share with').selectOption({ label: 'Dr B. Lee' });
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog.getByRole('listitem')).toContainText('Dr B. Lee');
  expect(await accessibilityFaults(page)).toEqual([]);

  const other = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await other.goto('/');
  await logIn(other, 'lee', 'another long enough secret');
  await other.getByRole('link', { name: /Sample/ }).first().click();
  await expect(other.getByRole('region', { name: 'Note', exact: true })).toBeVisible();
  await other.goto('/new?from=sample');
  await other.getByRole('button', { name: 'Open the sample visit' }).click();
  await expect(other.getByRole('region', { name: 'Note', exact: true })).toBeVisible();

  await page.goto('/all-visits');
  await page.getByRole('button', { name: /Open in an emergency… Dr B\. Lee/ }).click();
  const glass = page.getByRole('dialog', { name: 'Open a visit of Dr B. Lee' });
  await glass.getByLabel('Why it cannot wait for its clinician').fill('Its clinician is ill and the patient is here.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await glass.getByRole('button', { name: 'Open it for an hour' }).click();
  await expect(page.getByRole('region', { name: 'Note', exact: true })).toBeVisible();

  await other.locator('summary').click();
  await other.getByRole('button', { name: 'Share…' }).click();
  await expect(other.getByRole('dialog')).toContainText('Its clinician is ill and the patient is here.');
  await other.context().close();

  const auditor = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await auditor.goto('/');
  await logIn(auditor, 'ames', 'a third long enough secret');
  await auditor.getByRole('link', { name: 'Audit' }).click();
  await auditor.getByLabel('Of', { exact: true }).fill(visit);
  await expect(auditor.getByRole('cell', { name: 'encounter.share' })).toBeVisible();
  await expect(auditor.getByRole('cell', { name: 'login' })).toHaveCount(0);
  await auditor.context().close();
});
