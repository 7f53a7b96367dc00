import { defineConfig } from '@playwright/test';
import { ARGUMENTS, CHROMIUM } from './e2e/fixtures/browser';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  reporter: [['list'], ['json', { outputFile: 'target/reports/e2e.json' }]],
  // Two at once: recordings take the time that they take, and meanwhile a processor is free.
  workers: 2,
  timeout: 120_000,
  // What takes 50 ms takes seconds on a machine that builds beside it; where an answer's own time counts, the test says so.
  expect: { timeout: 20_000 },
  use: {
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: CHROMIUM!, args: ARGUMENTS },
  },
  projects: [
    { name: 'e2e', testMatch: '*.spec.ts' },
    // Against a system that runs: docker/smoke starts one.
    { name: 'door', testMatch: 'door.ts' },
    // On request: what they measure depends on what else the machine does; they write docs/screenshots, and target/reports/lighthouse.json.
    { name: 'screenshots', testMatch: 'screenshots.ts', timeout: 290_000 },
    { name: 'lighthouse', testMatch: 'lighthouse.ts', timeout: 290_000 },
    // Without a trace: it takes a picture of the whole document at every act, in the page's own thread.
    { name: 'interaction', testMatch: 'long.ts', use: { trace: 'off' } },
  ],
});
