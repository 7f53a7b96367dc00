import { accessibilityFaults, expect, test } from './fixtures/page';
import { paste } from './fixtures/visit';

test('a template is tried on a visit before it is kept', async ({ page }) => {
  await paste(page, 'To try templates on');
  await page.goto('/note-templates');
  await page.getByRole('button', { name: 'SOAP' }).click();
  const editor = page.getByRole('region', { name: 'SOAP' });
  const preview = editor.getByRole('region', { name: 'Preview' });

  await preview.getByRole('button', { name: 'Show what it makes' }).click();
  await expect(preview.getByRole('region', { name: 'Plan' })).toContainText(/losartan/i);

  const source = editor.getByLabel('All of it as text');
  await source.fill((await source.inputValue()).replace('title: Plan', 'title: What we do'));
  await expect(preview.getByText(/before your last change/)).toBeVisible();
  await preview.getByLabel('Of the visit').selectOption('To try templates on');
  await preview.getByRole('button', { name: 'Show what it makes' }).click();
  await expect(preview.getByRole('region', { name: 'What we do' })).toContainText(/amoxicillin 500 mg/i);
  await expect(preview.getByText(/before your last change/)).toHaveCount(0);
  expect(await accessibilityFaults(page)).toEqual([]);

  await source.fill('sections: [');
  await preview.getByRole('button', { name: 'Show what it makes' }).click();
  await expect(preview.locator('.note-box.problem')).toBeVisible();
  // What is typed stays while one looks at another; it was looked at, and not kept.
  await page.getByRole('navigation', { name: 'Templates' }).getByRole('button').last().click();
  await expect(editor).toHaveCount(0);
  await page.getByRole('button', { name: 'SOAP not saved' }).click();
  await expect(source).toHaveValue('sections: [');
  await expect(page).toHaveURL(/template=SOAP$/);
  await page.reload();
  await expect(page.getByLabel('All of it as text')).toHaveValue(/title: Plan/);
});

for (const [on, size, theme] of [
  ['a desktop', { width: 1280, height: 900 }, 'light'],
  ['a phone', { width: 390, height: 844 }, 'dark'],
] as const) {
  test(`on ${on} the sections are put in order, named and told what belongs in them, and the text says the same`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('/note-templates?template=SOAP');
    const source = page.getByLabel('All of it as text');
    const list = page.getByRole('list', { name: 'Sections' });
    const titles = list.locator('b');
    await expect(titles).toHaveText(['Subjective', 'Objective', 'Assessment', 'Plan']);
    const before = await source.inputValue();

    await page.getByRole('button', { name: 'Move up Plan' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Move up Plan' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(titles).toHaveText(['Subjective', 'Plan', 'Objective', 'Assessment']);
    await page.getByRole('button', { name: 'Remove Objective' }).click();
    await page.getByRole('button', { name: 'Edit Plan' }).click();
    await page.getByLabel('Title', { exact: true }).fill('What we do: next');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    await page.getByRole('button', { name: 'Add a section' }).click();
    await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('For the family');
    await page.getByLabel('What is to be written here').pressSequentially('What was said to them: ');
    await page.getByLabel('What is to be written here').pressSequentially('all of it.');
    await expect(titles).toHaveText(['Subjective', 'What we do: next', 'Assessment', 'For the family']);
    await expect(source).toHaveValue(/title: "What we do: next"[^]*title: For the family\n +instruction: >-\n +What was said to them: all of it\.\n/);

    await page.getByRole('button', { name: 'Show what it makes' }).click();
    await expect(page.getByRole('region', { name: 'What we do: next' })).toContainText(/losartan/i);
    // Of the new one nothing was said.
    await expect(page.locator('.document h4')).toHaveText(['Subjective', 'What we do: next', 'Assessment']);
    await source.fill('sections: [');
    await expect(page.getByText(/The sections are listed here once/)).toBeVisible();
    await page.getByRole('button', { name: 'As it was' }).click();
    await expect(titles).toHaveText(['Subjective', 'Objective', 'Assessment', 'Plan']);
    await expect(source).toHaveValue(before);
  });
}
