import { defineConfig } from 'vitest/config';

/** `npm test` runs all but `programs`; a browser is started for `site` alone, other people's software for `programs` alone. */
export default defineConfig({
  test: {
    reporters: ['default', './tests/skip-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['tests/properties-setup.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/programs/**', '**/node_modules/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          setupFiles: ['tests/properties-setup.ts'],
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/site/browser-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'programs',
          include: ['tests/programs/**/*.test.ts'],
          globalSetup: 'tests/programs/programs-setup.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
