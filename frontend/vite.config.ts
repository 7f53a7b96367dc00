import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // Where a jar keeps static files: the api serves them from there.
  build: { outDir: 'target/classes/META-INF/resources', emptyOutDir: true },
  // For work on the page: npm run dev beside ./mvnw -Pdev.
  server: { proxy: { '/api': 'http://127.0.0.1:8000' } },
  test: { environment: 'jsdom', setupFiles: 'src/shared/testSetup.ts' },
});
