import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { ARGUMENTS, CHROMIUM } from './fixtures/browser';
import { expect, test } from './fixtures/page';
import { freePort, type Service } from './fixtures/service';

const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
/** The middle one of these counts: what else the machine does makes one run worse than the next. */
const RUNS = 3;
const REPORT = 'target/reports/lighthouse.json';

/** Pages that one can come in by. */
const ENTRIES: Readonly<Record<string, (service: Service) => Promise<string>>> = {
  ...Object.fromEntries(['/', '/new', '/note-templates', '/models', '/settings'].map((path) => [path, async () => path])),
  '/visits/:id': async ({ url }) => {
    const visit = (await (await fetch(`${url}/api/v1/encounters:sample`, { method: 'POST' })).json()) as { id: string };
    return `/visits/${visit.id}`;
  },
};

for (const [page, address] of Object.entries(ENTRIES)) {
  for (const [size, config] of [['phone', undefined], ['desktop', desktopConfig]] as const) {
    test(`Lighthouse gives ${page} on a ${size} at least ${LEAST}`, async ({ service }) => {
      const path = await address(service);
      const port = await freePort();
      const browser = await chromium.launch({ executablePath: CHROMIUM!, args: [...ARGUMENTS, `--remote-debugging-port=${port}`] });
      const runs: Result[] = [];
      try {
        for (let run = 0; run < RUNS; run++) {
          runs.push((await lighthouse(service.url + path, { port, onlyCategories: [...CATEGORIES], logLevel: 'error' }, config))!.lhr);
        }
      } finally {
        await browser.close();
      }
      const scores = Object.fromEntries(CATEGORIES.map((category) => [category, median(runs.map((run) => score(run, category)))]));
      keep({ page, size, ...scores, ...details(runs) });
      expect(CATEGORIES.filter((category) => scores[category]! < LEAST)).toEqual([]);
    });
  }
}

const score = (run: Result, category: string) => Math.round(100 * (run.categories[category]!.score ?? 0));
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** What the middle run fell short in, with how fast Lighthouse found the machine itself. */
function details(runs: Result[]) {
  const sorted = runs.sort((a, b) => score(a, 'performance') - score(b, 'performance'));
  const { audits, environment } = sorted[Math.floor(RUNS / 2)]!;
  return {
    runs: sorted.map((run) => score(run, 'performance')),
    machine: environment.benchmarkIndex,
    short: Object.values(audits)
      .filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')
      .map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`.trim()),
  };
}

/** Each page has its place in the report, whichever of them are measured. */
function keep(found: { page: string; size: string }) {
  mkdirSync('target/reports', { recursive: true });
  const before = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, 'utf8')) as { pages: { page: string; size: string }[] }).pages : [];
  const others = before.filter((other) => other.page !== found.page || other.size !== found.size);
  writeFileSync(REPORT, JSON.stringify({ least: LEAST, runs: RUNS, pages: [...others, found] }, null, 2));
}
