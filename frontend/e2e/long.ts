import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from './fixtures/page';

const TURNS = 1_000;
const STATEMENTS = 300;
/** Milliseconds from a key or a click until the screen shows what came of it. */
const SLOWEST = 200;

test(`a visit of ${TURNS} turns and ${STATEMENTS} statements answers every key within ${SLOWEST} ms`, async ({ page, service }) => {
  const send = async (method: string, path: string, body: unknown) =>
    (await (
      await fetch(`${service.url}/api/v1${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json()) as { id: string };
  const visit = await send('POST', '/encounters', { label: 'An hour' });
  const content = Array.from({ length: TURNS }, (_, i) =>
    i % 2 === 0 ? `Doctor: How was day ${i + 1} of the cough?` : `Patient: On day ${i} I coughed ${i} times and slept ${i % 9} hours.`,
  ).join('\n');
  await send('POST', `/encounters/${visit.id}/transcripts`, { content });
  await send('POST', `/encounters/${visit.id}/notes`, { length: 'full' });
  // The writer says less of an hour than a note can hold: the rest is made of what it wrote, as the api would give it.
  await page.route(/\/api\/v1\/notes\/[^/]+$/, async (route) => {
    const response = await route.fetch();
    const note = await response.json();
    const patient = (i: number) => ({ utteranceId: `u${(i % (TURNS / 2)) * 2 + 2}`, begin: 0, end: 20, text: 'On day' });
    const statements = Array.from({ length: STATEMENTS }, (_, i) => ({
      id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      topic: '',
      text: `Coughed ${2 * i + 1} times on day ${2 * i + 1}.`,
      support: i % 7 === 0 ? 'uncertain' : 'supported',
      reasons: [],
      evidence: [patient(i)],
      settled: false,
    }));
    note.sections = [0, 1, 2].map((part) => ({ title: ['Subjective', 'Objective', 'Plan'][part], statements: statements.slice(part * 100, part * 100 + 100) }));
    await route.fulfill({ response, json: note });
  });
  await page.goto(`/visits/${visit.id}`);
  const sentences = page.locator('.sentence');
  await expect(sentences).toHaveCount(STATEMENTS, { timeout: 60_000 });
  await page.evaluate(() => {
    const slow = ((window as unknown as { slow: { name: string; ms: number }[] }).slow = []);
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        (slow as { name: string; ms: number }[]).push({ name, ms: duration });
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });

  await sentences.nth(2).click();
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press('ArrowDown');
  }
  for (const i of [40, 120, 200, 299, 5]) {
    await sentences.nth(i).scrollIntoViewIfNeeded();
    await sentences.nth(i).hover();
    await expect(page.locator('mark').first()).toBeVisible();
    await sentences.nth(i).click();
  }
  await page.mouse.wheel(0, 20_000);
  await page.keyboard.press('ArrowUp');

  const interactions = await page.evaluate(() => (window as unknown as { slow: { name: string; ms: number }[] }).slow);
  const slowest = interactions.reduce((most, one) => (one.ms > most.ms ? one : most), { name: 'none', ms: 0 });
  mkdirSync('target/reports', { recursive: true });
  writeFileSync('target/reports/interaction.json', JSON.stringify({ turns: TURNS, statements: STATEMENTS, slowest, limit: SLOWEST }, null, 2));
  expect(interactions.length).toBeGreaterThan(0);
  expect(slowest.ms, slowest.name).toBeLessThanOrEqual(SLOWEST);
});
