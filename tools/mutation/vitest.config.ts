import { defineConfig } from 'vitest/config';

/** The tests of one folder of `src`, which `run.mjs` names: the fewer there are, the sooner a mutant is decided. */
export default defineConfig({
  define: { __SHARED_FOLDER__: '""' },
  test: {
    include: (process.env['MUTATION_TESTS'] ?? '').split(','),
    // Files of 30 MiB, every cut of a stream and every size of an image, which would run for every mutant.
    exclude: ['**/{hostile-files,ai-sdk-history,foreign-answers,send-size}.test.ts'],
    environment: 'node',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    setupFiles: 'test/helpers/fixed-seed.ts',
    isolate: false,
    unstubGlobals: true,
  },
});
