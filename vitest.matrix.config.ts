import { defineConfig } from 'vitest/config';

/** Long tests, run by `npm run matrix` and not by `npm test`: the packed package in more stacks. */
export default defineConfig({
  test: {
    reporters: ['default', './scripts/closing-line.ts'],
    include: ['test/matrix/*.test.ts'],
    environment: 'node',
    globalSetup: 'test/adopters/pack.ts',
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
