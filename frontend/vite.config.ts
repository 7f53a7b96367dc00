import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
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

export default defineConfig({
  plugins: [react(), lingui(), languageAtOnce],
  build: {
    // Where a jar keeps static files: the api serves them from there.
    outDir: 'target/classes/META-INF/resources',
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
