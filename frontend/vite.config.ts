import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react(), lingui()],
  build: {
    // Where a jar keeps static files: the api serves them from there.
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    // A data: URL would be refused by the page's own content security policy.
    assetsInlineLimit: 0,
    manifest: true,
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
