// Compiles the pixel filter, src/pipeline/filter/resample.as (AssemblyScript), and writes it as a module that holds the
// WebAssembly as base64: a little longer than the bytes, but nobody's bundler needs to know about WebAssembly.
// Run it after a change of resample.as: `node scripts/build-filter.ts`. A unit test compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMemoryStream, main } from 'assemblyscript/asc';

const folder = new URL('../src/pipeline/filter/', import.meta.url);
const source = 'resample.ts';

/** The text of resample-wasm-module.ts. */
export async function buildFilter(): Promise<string> {
  let wasm: Uint8Array | undefined;
  const stderr = createMemoryStream();
  const options =
    '--outFile resample.wasm --optimizeLevel 3 --shrinkLevel 0 --noAssert ' +
    '--enable simd --runtime stub --initialMemory 1';
  const { error } = await main([source, ...options.split(' ')], {
    // The compiler takes nothing but .ts, which the project's own TypeScript would then read as well.
    readFile: (name) =>
      name === source ? readFileSync(new URL('resample.as', folder), 'utf8') : null,
    writeFile: (_name, data) => {
      if (typeof data !== 'string') wasm = data;
    },
    listFiles: () => [],
    stderr,
  });
  if (error || !wasm) throw new Error(stderr.toString(), { cause: error });
  const base64 = Buffer.from(wasm).toString('base64');
  return (
    '/** Generated from resample.as by scripts/build-filter.ts. Do not edit. */\n' +
    `export const resampleModuleBase64 =\n  '${base64}';\n`
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('resample-wasm-module.ts', folder), await buildFilter());
}
