import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [{ path: 'src/locales/{locale}', include: ['src'] }],
  // Sorted by id and without line numbers, so that a change of code alone changes no catalogue.
  orderBy: 'messageId',
  format: formatter({ lineNumbers: false, origins: false, explicitIdAsDefault: true }),
});
