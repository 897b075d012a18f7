import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const id = 'virtual:inline-worker';
const root = fileURLToPath(new URL('..', import.meta.url));
const entry = fileURLToPath(new URL('../src/pipeline/worker/pipeline-worker.ts', import.meta.url));

/** Files of pdf.js, which are found from the app's bundle as from the sources. */
const pdfFiles = {
  __PDF_WORKER_FILE__: 'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
  __PDF_JBIG2_FILE__: 'pdfjs-dist/wasm/jbig2.wasm',
  __PDF_OPENJPEG_FILE__: 'pdfjs-dist/wasm/openjpeg.wasm',
};

async function buildWorker(): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      // Without imports and exports, so that it also runs as a classic worker.
      lib: { entry, formats: ['es'], fileName: 'worker' },
    },
  });
  for (const one of Array.isArray(result) ? result : [result]) {
    if (!('output' in one)) continue;
    const [{ code, modules }] = one.output;
    const foreign = Object.keys(modules).filter((path) => path.includes('node_modules'));
    if (foreign.length > 0)
      throw new Error(`inline worker: no licence is listed for ${foreign.join(', ')}`);
    return code;
  }
  throw new Error('inline worker: nothing built');
}

/** Their uses, not their declarations. */
const placeholder = /__(?:PDF_)?[A-Z\d]+_FILE__,/;

const withWorker = (code: string, file: string): string =>
  code.replaceAll('__WORKER_FILE__,', `'${file}',`);

const withPdfFiles = (code: string): string =>
  Object.entries(pdfFiles).reduce(
    (text, [name, path]) => text.replaceAll(`${name},`, `'${path}',`),
    code,
  );

/**
 * Builds the worker on its own into one self-contained file. It is served as a string module
 * (`virtual:inline-worker`) and, in a build, written beside the entries as pipeline-worker.js.
 * `__WORKER_FILE__` keeps this build's own worker handling off, so that the output has the plain
 * `new Worker(new URL('./pipeline-worker.js', import.meta.url), { type: 'module' })` that other bundlers know.
 */
export function inlineWorker(): Plugin {
  let code: Promise<string> | undefined;
  return {
    name: 'inline-worker',
    buildStart() {
      code = undefined;
    },
    resolveId(source) {
      return source === id ? `\0${id}` : undefined;
    },
    async load(source) {
      if (source !== `\0${id}`) return undefined;
      this.addWatchFile(entry);
      return `export default ${JSON.stringify(await (code ??= buildWorker()))};`;
    },
    // While serving the sources (Storybook, tests) the pattern points at the TypeScript file.
    transform: {
      order: 'pre',
      handler(source) {
        if (!placeholder.test(source)) return undefined;
        const { command, build: options } = this.environment.config;
        if (command !== 'build') {
          return { code: withPdfFiles(withWorker(source, './pipeline-worker.ts')), map: null };
        }
        // An app of the sources, such as Storybook, emits the file itself.
        return options.lib ? undefined : { code: withPdfFiles(source), map: null };
      },
    },
    renderChunk(chunk) {
      return placeholder.test(chunk)
        ? { code: withPdfFiles(withWorker(chunk, './pipeline-worker.js')), map: null }
        : undefined;
    },
    async generateBundle() {
      if (this.environment.config.command !== 'build') return;
      this.emitFile({
        type: 'asset',
        fileName: 'pipeline-worker.js',
        source: await (code ??= buildWorker()),
      });
    },
  };
}
