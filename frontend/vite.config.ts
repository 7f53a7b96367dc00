import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { renameSync, rmdirSync } from 'node:fs';
import sbom from 'rollup-plugin-sbom';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The language that most will have comes with the first files, not after they have run. */
const languageAtOnce: Plugin = {
  name: 'language-at-once',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.values(bundle)
        .filter((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('locales/en.po'))
        .map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` }, injectTo: 'head' as const })),
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
  plugins: [react(), lingui(), languageAtOnce, ...contents],
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
    environment: 'jsdom',
    setupFiles: 'src/shared/testSetup.ts',
    include: ['src/**/*.test.{ts,tsx}'],
    env: { TZ: 'UTC' },
  },
});
