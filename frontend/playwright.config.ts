import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** The machine's own browser: none is downloaded. */
const chromium = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
].find((path) => path !== undefined && existsSync(path));

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  reporter: [['list'], ['json', { outputFile: 'target/reports/e2e.json' }]],
  workers: 1,
  timeout: 60_000,
  use: {
    baseURL: process.env.AMBIENT_GPT_URL ?? 'http://127.0.0.1:8000',
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
      ],
    },
  },
});
