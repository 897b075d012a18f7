import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

interface PostCss {
  (plugins: unknown[]): {
    process: (css: string, options: { from: undefined }) => PromiseLike<{ css: string }>;
  };
}

const NAME = 'virtual:tailwind-3';

/** The stylesheet of a page made with Tailwind 3, for tests: `import css from 'virtual:tailwind-3'`. */
export function tailwind3Page(): Plugin {
  return {
    name: 'tailwind-3-page',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const require = createRequire(import.meta.resolve('tailwindcss3'));
      const postcss = require('postcss') as PostCss;
      const tailwind = require('tailwindcss3') as (config: object) => unknown;
      const content = [
        { raw: 'flex p-4 bg-red-500 text-lg rounded-full shadow-lg', extension: 'html' },
      ];
      const { css } = await postcss([tailwind({ content })]).process(
        '@tailwind base; @tailwind components; @tailwind utilities;',
        { from: undefined },
      );
      return `export default ${JSON.stringify(css)};`;
    },
  };
}
