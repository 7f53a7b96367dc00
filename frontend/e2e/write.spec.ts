import { accessibilityFaults, expect, test } from './fixtures/page';
import { fromMenu, noteOf, openSample } from './fixtures/visit';

test('another template and another length write another note; the first is kept', async ({ page, service }) => {
  await openSample(page);
  const sections = noteOf(page).getByRole('heading', { level: 3 });
  await expect(sections.first()).toContainText('Subjective');
  const standard = await page.locator('.sentence').count();
  const write = async (template: string, length: string) => {
    await fromMenu(page, /Another template or length/);
    const dialog = page.getByRole('dialog', { name: 'Write another note of this visit' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByLabel('Template').selectOption(template);
    await dialog.getByLabel('Length').selectOption({ label: length });
    await dialog.getByRole('button', { name: 'Write the note' }).click();
    await expect(dialog).toHaveCount(0);
  };

  await write('SOAP', 'Brief');
  await expect.poll(() => page.locator('.sentence').count(), { timeout: 60_000 }).toBeLessThan(standard);
  await expect(sections.first()).toContainText('Subjective');

  await write('BIRP', 'Full');
  await expect(sections.first()).toContainText('Behavior', { timeout: 60_000 });
  await expect(page.getByLabel('Note of this visit').locator('option:checked')).toContainText('BIRP · builtin');

  const visit = new URL(page.url()).pathname.split('/').at(-1);
  const notes = (await (await fetch(`${service.url}/api/v1/encounters/${visit}/notes`)).json()) as { items: { template: string }[] };
  expect(notes.items.map((note) => note.template)).toEqual(['SOAP', 'SOAP', 'BIRP']);
});
