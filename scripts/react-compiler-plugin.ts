import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { compileModule } from './react-compiler.ts';

const kit = fileURLToPath(new URL('../src/', import.meta.url));

/** Compiles the kit's source with React Compiler before anything else reads it, as an app does that owns a copy of it. */
export function reactCompilerPlugin(): Plugin {
  return {
    name: 'react-compiler',
    enforce: 'pre',
    async transform(source, id) {
      const [file = ''] = id.split('?');
      if (!file.startsWith(kit) || !/\.tsx?$/.test(file)) return undefined;
      const { code, map } = await compileModule(source, file);
      return { code, map };
    },
  };
}
