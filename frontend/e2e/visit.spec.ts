import { accessibilityFaults, expect, test } from './fixtures/page';

const DIALOGUE = `Doctor: What brings you in today?
Patient: I've had a bad cough for two weeks, and my chest hurts when I cough.
Doctor: Do you have any fever?
Patient: No.
Doctor: Your blood pressure is 130 over 80. I hear some crackles in the left lung.
Doctor: I think you have pneumonia. I'm going to prescribe amoxicillin 500 milligrams three times a day for 7 days.
`;

async function paste(page: import('@playwright/test').Page, label: string): Promise<void> {
  await page.goto('/new?from=paste');
  await page.getByLabel('Label').fill(label);
  await page.getByLabel('Transcript').fill(DIALOGUE);
  await page.getByRole('button', { name: 'Write the note' }).click();
  await expect(page.getByRole('region', { name: 'Note', exact: true })).toBeVisible({ timeout: 60_000 });
}

const sentence = (window: import('@playwright/test').Page, text: RegExp) =>
  window.getByRole('region', { name: 'Note', exact: true }).getByRole('button', { name: text }).first();

test('a pasted dialogue becomes a note whose sentences light the words they rest on', async ({ page }) => {
  await paste(page, 'Pasted dialogue');
  const note = page.getByRole('region', { name: 'Note', exact: true });

  await note.getByRole('button', { name: /amoxicillin 500 mg/ }).first().hover();
  await expect(page.locator('mark').first()).toContainText(/amoxicillin/);
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('a statement is edited, checked again, and the note is signed and locked', async ({ page }) => {
  await paste(page, 'Edited and signed');
  const note = page.getByRole('region', { name: 'Note', exact: true });
  await note.getByRole('button', { name: /amoxicillin 500 mg/ }).first().focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Statement' }).fill('Prescribe amoxicillin 250 mg 3 times a day for 7 days.');
  await page.keyboard.press('Enter');
  await expect(note.getByText('Unsupported').first()).toBeVisible();

  await note.getByRole('button', { name: /amoxicillin 250 mg/ }).first().focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Statement' }).fill('Prescribe amoxicillin 500 mg 3 times a day for 7 days.');
  await page.keyboard.press('Enter');
  await expect(note.getByText('Unsupported')).toHaveCount(0);

  await page.getByRole('button', { name: /^Sign…/ }).click();
  const seen = page.getByLabel('I have seen these');
  if (await seen.isVisible()) {
    await seen.check();
  }
  await page.getByRole('button', { name: 'Sign and lock' }).click();
  await expect(page.getByText(/Signed by Local clinician/)).toBeVisible();
  await expect(page.getByText('DRAFT')).toHaveCount(0);
});

test('two windows that edit one note lose nothing', async ({ context, page }) => {
  await paste(page, 'Two windows');
  const other = await context.newPage();
  await other.goto(page.url());
  const edit = async (window: typeof page, sentence: RegExp, text: string) => {
    await window.getByRole('region', { name: 'Note', exact: true }).getByRole('button', { name: sentence }).first().focus();
    await window.keyboard.press('e');
    await window.getByRole('textbox', { name: 'Statement' }).fill(text);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('region', { name: 'Note', exact: true }).getByText(text)).toBeVisible();
  };
  await edit(page, /blood pressure/i, 'The blood pressure is 130/80 mmHg.');
  await edit(other, /crackles/i, 'There are some crackles in the left lung.');
  await page.reload();
  const note = page.getByRole('region', { name: 'Note', exact: true });
  await expect(note.getByText('The blood pressure is 130/80 mmHg.')).toBeVisible();
  await expect(note.getByText('There are some crackles in the left lung.')).toBeVisible();
});

test('two windows that edit one sentence are asked which text is to stay', async ({ context, page }) => {
  await paste(page, 'One sentence');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(sentence(other, /blood pressure/i)).toBeVisible();
  const type = async (window: typeof page, text: string) => {
    await sentence(window, /blood pressure/i).focus();
    await window.keyboard.press('e');
    await window.getByRole('textbox', { name: 'Statement' }).fill(text);
    await window.keyboard.press('Enter');
  };
  await type(page, 'The blood pressure is 130/80 mmHg.');
  await expect(sentence(page, /130\/80 mmHg/)).toBeVisible();
  await type(other, 'Blood pressure was 130 over 80.');

  const dialog = other.getByRole('dialog');
  await expect(dialog).toContainText('The blood pressure is 130/80 mmHg.');
  await expect(dialog).toContainText('Blood pressure was 130 over 80.');
  expect(await accessibilityFaults(other)).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep both' }).click();
  await expect(sentence(other, /130\/80 mmHg\. Blood pressure was/)).toBeVisible();
});

test('what was removed comes back by undo, also after a reload', async ({ page }) => {
  await paste(page, 'Undone');
  const before = await page.locator('.sentence .text').allTextContents();
  await sentence(page, /crackles/i).focus();
  await page.keyboard.press('Delete');
  await expect(sentence(page, /crackles/i)).toHaveCount(0);
  await sentence(page, /blood pressure/i).focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Statement' }).fill('BP 130/80.');
  await page.keyboard.press('Enter');
  await expect(sentence(page, /BP 130/)).toBeVisible();

  await page.reload();
  await expect(sentence(page, /BP 130/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(sentence(page, /BP 130/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.sentence .text')).toHaveText(before);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a sentence that was being typed when the page went away is there again', async ({ page }) => {
  await paste(page, 'Typed');
  await sentence(page, /crackles/i).focus();
  await page.keyboard.press('e');
  await page.route('**/statements/*', (route) => route.abort()); // a field that is left is saved: not now
  await page.getByRole('textbox', { name: 'Statement' }).fill('Crackles at the left base, and');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Statement' })).toHaveValue('Crackles at the left base, and');
});

test('versions, codes and documents of a note can be looked at', async ({ page }) => {
  await paste(page, 'More');
  await sentence(page, /blood pressure/i).focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Statement' }).fill('The blood pressure is 130/80 mmHg.');
  await page.keyboard.press('Enter');
  await expect(sentence(page, /130\/80 mmHg/)).toBeVisible();
  for (const [name, expected] of [
    ['Versions', /130\/80 mmHg/],
    ['Codes to consider', /pneumonia/i],
    ['Documents', /amoxicillin/i],
  ] as const) {
    await page.locator('summary').click();
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog', { name })).toContainText(expected);
    expect(await accessibilityFaults(page), name).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('the sample visit opens with one click', async ({ page }) => {
  await page.goto('/new?from=sample');
  await page.getByRole('button', { name: 'Open the sample visit' }).click();
  await expect(page.getByRole('region', { name: 'Note', exact: true })).toBeVisible({ timeout: 60_000 });
});

for (const theme of ['light', 'dark'] as const) {
  for (const [name, size] of [
    ['desktop', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    test(`no screen has a serious finding of axe, ${theme}, ${name}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: theme });
      for (const path of ['/', '/new', '/new?from=upload', '/new?from=paste', '/note-templates', '/models', '/settings']) {
        await page.goto(path);
        await expect(page.locator('h1').first(), path).toBeVisible();
        expect(await accessibilityFaults(page), path).toEqual([]);
      }
    });
  }
}
