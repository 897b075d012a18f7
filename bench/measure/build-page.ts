import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { build, type Plugin } from 'vite';
import { inlineWorker } from '../../scripts/inline-worker.ts';
import { kitStyles } from '../../scripts/styles/styles-plugin.ts';

const source = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Takes the kit as it is published, where it has been built. */
function preferBuiltKit(): Plugin {
  return {
    name: 'prefer-built-kit',
    enforce: 'pre',
    resolveId(id) {
      const isKit = /\/src\/(?:models|pipeline)\/index\.ts$/.test(id);
      return isKit && existsSync(source('dist/core.js')) ? source('dist/core.js') : undefined;
    },
  };
}

/** Builds the pages with the peers into a folder. */
export async function buildPage(folder: string): Promise<void> {
  await build({
    root: fileURLToPath(new URL('../page', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [preferBuiltKit(), tailwindcss(), kitStyles(), inlineWorker()],
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        // React Query marks its files for servers; a page has none.
        checks: { moduleLevelDirective: false },
        input: ['index', 'requests', 'chat'].map((page) => source(`bench/page/${page}.html`)),
      },
    },
  });
}
