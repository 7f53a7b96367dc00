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

  const source = editor.getByRole('textbox');
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
  await expect(page.getByRole('region', { name: 'SOAP' }).getByRole('textbox')).toHaveValue(/title: Plan/);
});
