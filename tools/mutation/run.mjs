// Mutation testing: changes the code of a folder in many small ways, one at a time, and counts the changes that a test notices.
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

/** The tests that run against a folder of `src`. The fewer they are, the sooner a mutant is decided. */
const tests = {
  formats: ['unit/formats/**/*.test.ts'],
  models: [
    'unit/models/**/*.test.ts',
    'unit/messages/count-tokens.test.ts',
    'unit/pipeline/plan-resize.test.ts',
    'unit/pipeline/small-decode-size.test.ts',
  ],
  // Without the conformance tests that load a provider's own package, or start a server.
  wire: ['unit/wire/**/*.test.ts', 'conformance/{wire,answer-parts,stumbles}.test.ts'],
  request: [
    'unit/request/**/*.test.ts',
    'unit/chat/describe-images.test.ts',
    'conformance/images-endpoints.test.ts',
  ],
  transport: ['unit/transport/**/*.test.ts', 'conformance/wire.test.ts'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '' },
    concurrency: { type: 'string', default: '2' },
  },
});
const folders = positionals.length > 0 ? positionals : Object.keys(tests);
const unknown = folders.filter((folder) => !(folder in tests));
if (unknown.length > 0) {
  console.error(
    `No tests are listed for ${unknown.join(', ')}. Folders: ${Object.keys(tests).join(', ')}.`,
  );
  process.exit(1);
}

const scores = [];
for (const folder of folders) {
  scores.push(scoreOf(folder, await mutate(folder)));
  console.table(scores);
}

function mutate(folder) {
  process.env.MUTATION_SHARE = values.share;
  process.env.MUTATION_SEED = values.seed;
  process.env.MUTATION_TESTS = tests[folder].map((pattern) => `test/${pattern}`).join();
  // Every mutant runs them all, so property tests draw few cases.
  process.env.FUZZ_RUNS = '20';
  const sample = values.share === '1' ? [] : [values.share, values.seed].filter(Boolean);
  const report = `.mutation/${[folder, ...sample].join('-')}`;
  return new Stryker({
    // The tests of the last are too slow to run for each mutant.
    mutate: [`src/${folder}/**/*.ts`, '!src/models/send-size.ts'],
    ignorePatterns: ['/*', '!/src', '!/test', '!/scripts', '!/docs', '!/tools'],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', new URL('sample.mjs', import.meta.url).href],
    checkers: ['sample'],
    vitest: { configFile: 'tools/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // What only runs while a module loads would need a new process each; most of it is tables of words and numbers.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `${report}.json`,
    concurrency: Number(values.concurrency),
    // A busy machine makes tests slow, which is not to be taken for a mutant that never ends.
    timeoutMS: 20_000,
    timeoutFactor: 3,
    dryRunTimeoutMinutes: 30,
    tempDirName: `.mutation/sandbox-${folder}`,
    // Type errors in a mutant do not matter to Vitest, and TypeScript 7 has no API to rewrite tsconfig files with.
    tsconfigFile: 'none',
    reporters: ['progress-append-only', 'html'],
    htmlReporter: { fileName: `${report}.html` },
  }).runMutationTest();
}

/** As Stryker counts it: of the mutants that ran, or that no test reaches. */
function scoreOf(folder, mutants) {
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const killed = count('Killed', 'Timeout');
  const all = killed + count('Survived', 'NoCoverage');
  return {
    folder,
    mutants: all,
    killed,
    'of them by a timeout': count('Timeout'),
    survived: count('Survived'),
    'not reached': count('NoCoverage'),
    score: `${((100 * killed) / all).toFixed(1)} %`,
  };
}
