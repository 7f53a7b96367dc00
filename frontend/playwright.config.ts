import { defineConfig } from '@playwright/test';
import { ARGUMENTS, CHROMIUM } from './e2e/fixtures/browser';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  reporter: [['list'], ['json', { outputFile: 'target/reports/e2e.json' }]],
  // Two at once: recordings take the time that they take, and meanwhile a processor is free.
  workers: 2,
  timeout: 120_000,
  // Sound is played in real time: a machine that was busy elsewhere for a second drops some of it before the page has it.
  retries: 2,
  use: {
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: CHROMIUM!, args: ARGUMENTS },
  },
  projects: [{ name: 'e2e', testMatch: '*.spec.ts' }],
});
