import { defineConfig } from 'vitest/config';

/** The tests of one folder of `src`, which `run.mjs` names: the fewer there are, the sooner a mutant is decided. */
export default defineConfig({
  define: { __SHARED_FOLDER__: '""' },
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(','),
    // Files of 30 MiB, which would run for every mutant of a loop.
    exclude: ['**/hostile-files.test.ts'],
    environment: 'node',
    testTimeout: 90_000,
    hookTimeout: 90_000,
    setupFiles: 'test/helpers/fixed-seed.ts',
    isolate: false,
    unstubGlobals: true,
  },
});
