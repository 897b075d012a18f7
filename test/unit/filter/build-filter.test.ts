import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildFilter } from '../../../scripts/build-filter.ts';

const committed = new URL('../../../src/pipeline/filter/resample-wasm-module.ts', import.meta.url);

test(
  'the WebAssembly in the source tree is what the AssemblyScript beside it compiles to',
  { timeout: 60_000 },
  async () => {
    expect(await buildFilter()).toBe(readFileSync(committed, 'utf8'));
  },
);
