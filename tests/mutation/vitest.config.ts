import { defineConfig } from 'vitest/config';

/** The tests that call the stage itself: those of whole builds change the folder that they run in, which a thread cannot. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  parse: ['parse'],
  validate: ['validate'],
  merge: ['merge'],
  locate: ['locate'],
  redact: ['redact'],
};
const stage = process.env['STAGE'] ?? '';

export default defineConfig({
  test: {
    setupFiles: ['tests/properties-setup.ts'],
    include: (TESTS[stage] ?? []).flatMap((place) => [`tests/${place}/**/*.test.ts`, `tests/${place}.test.ts`]),
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
