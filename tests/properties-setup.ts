import fc from 'fast-check';

/**
 * The same examples in every run, so that a failure is the change's and not chance's. `SEED=random` tries others, as the long runs of
 * `npm run test:fuzz` do; a failure prints its seed, and `SEED=<number>` repeats it.
 */
const { SEED } = process.env;
if (SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED ?? 20_140_101) });
