import { createHash } from 'node:crypto';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/**
 * Passes the same share of the mutants in every run, and so bounds how long one takes: `MUTATION_SHARE=0.1`. Another
 * `MUTATION_SEED` draws other mutants.
 */
class Sample {
  #share = Number(process.env.MUTATION_SHARE ?? 1);
  #seed = process.env.MUTATION_SEED ?? '';

  async init() {}

  async check(mutants) {
    const results = mutants.map((mutant) => [
      mutant.id,
      isDrawn(mutant, this.#share, this.#seed)
        ? { status: 'passed' }
        : { status: 'compileError', reason: 'Not in the sample.' },
    ]);
    return Object.fromEntries(results);
  }
}

function isDrawn({ fileName, location, mutatorName, replacement }, share, seed) {
  const file = fileName.replaceAll('\\', '/').replace(/^.*\/src\//, '');
  const key = JSON.stringify([file, location, mutatorName, replacement]);
  return (
    createHash('sha256')
      .update(seed + key)
      .digest()
      .readUInt32BE() /
      2 ** 32 <
    share
  );
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', Sample)];
