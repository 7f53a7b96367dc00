import { readFileSync, renameSync, rmdirSync } from 'node:fs';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import sbom from 'rollup-plugin-sbom';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const ROUTES = readFileSync('src/app/routes.ts', 'utf8').matchAll(/'(\/[^']+)': async \(\) => \(await import\('\.\.\/([^']+)'\)/g);
/** Which file is the part of the page at which address. */
const PARTS = new Map([...ROUTES].map(([, path, file]) => [`/src/${file}.tsx`, `^${path!.replace(/:[^/]+/g, '[^/]+')}$`]));

/**
 * What the page needs after its first files comes with them, not once they have run: the language that most will have,
 * and the part at this address, which public/start.js picks. All of it after what the head of the page needs to be shown.
 */
const atOnce: Plugin = {
  name: 'at-once',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const fileOf = (end: string) => `/${chunks.find((chunk) => chunk.facadeModuleId?.endsWith(end))?.fileName}`;
      if (chunks.length === 0) {
        return html; // the development server has no files
      }
      const parts = JSON.stringify(Object.fromEntries([...PARTS].map(([file, at]) => [at, fileOf(file)])));
      return html
        .replace('<script src="/start.js">', `<meta name="parts" content='${parts}' />\n    $&`)
        .replace('<link rel="modulepreload"', `<link rel="modulepreload" crossorigin href="${fileOf('locales/en.po')}">\n    $&`)
        .replaceAll(/<(?=script type="module"|link rel="modulepreload")(script|link)/g, '<$1 fetchpriority="low"');
    },
  },
};

const outDir = 'target/classes/META-INF/resources';

/** What the page is made of, for a release to publish: it is not served. */
const contents = [
  sbom({ outDir: 'contents', outFormats: ['json'], includeWellKnown: false, saveTimestamp: false }),
  {
    name: 'contents-aside',
    apply: 'build',
    closeBundle: () => {
      renameSync(`${outDir}/contents/bom.json`, 'target/bom.json');
      rmdirSync(`${outDir}/contents`);
    },
  } satisfies Plugin,
];

export default defineConfig({
  plugins: [react(), lingui(), atOnce, ...contents],
  build: {
    // Where a jar keeps static files: the api serves them from there.
    outDir,
    emptyOutDir: true,
    // A data: URL would be refused by the page's own content security policy.
    assetsInlineLimit: 0,
    manifest: true,
    // One file: a page's own would be one more thing to wait for, and to lose.
    cssCodeSplit: false,
    rolldownOptions: {
      // The list of contents looks for Rollup, which is not there: Rolldown is.
      onLog: (level, log, told) => {
        if (!(log.plugin === 'rollup-plugin-sbom' && log.message.includes('"rollup"'))) {
          told(level, log);
        }
      },
      output: {
        // What every page needs comes as one file, not as twenty: each costs a turn of the network.
        codeSplitting: { groups: [{ name: 'shared', test: /src\/(shared|recording)\/(?!.*(worker|worklet))|node_modules\/(react|scheduler|@tanstack|@lingui|openapi-fetch|idb)/ }] },
      },
    },
  },
  worker: { format: 'es' },
  // For work on the page: npm run dev beside ./mvnw -Pdev.
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8000', ws: true } } },
  test: {
    // What takes half a second takes five on a machine that builds beside it.
    testTimeout: 30_000,
    environment: 'jsdom',
    setupFiles: 'src/shared/testSetup.ts',
    include: ['src/**/*.test.{ts,tsx}'],
    env: { TZ: 'UTC' },
  },
});
