import { createLazyModule, type LazyModule } from '../../../internal/lazy-module.js';
import type { Grammar } from './grammars.js';

/** `grammar` is `undefined` for a language that is not known. */
export interface LoadedGrammar {
  grammar: Grammar | undefined;
}

const loaded = new Map<string, LazyModule<LoadedGrammar>>();

/** Returns the grammar of a language, which loads when it is first used. */
export function lazyGrammar(language: string): LazyModule<LoadedGrammar> | undefined {
  const name = language.toLowerCase();
  if (!/^[a-z][\w+#-]{0,20}$/.test(name) || /^(?:te?xt|plain|plaintext)$/.test(name)) {
    return undefined;
  }
  let module = loaded.get(name);
  if (!module) {
    module = createLazyModule(async () => {
      const { loadGrammar } = await import('./grammars.js');
      return { grammar: await loadGrammar(name) };
    });
    loaded.set(name, module);
  }
  return module;
}
