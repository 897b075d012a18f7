import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import { inlineWorker } from './scripts/inline-worker.ts';
import { lightIcons } from './scripts/light-icons.ts';
import { kitStyles } from './scripts/styles/styles-plugin.ts';
import manifest from './package.json' with { type: 'json' };

/** The other packages that are imported are development dependencies, which become part of the build. */
const external = [
  ...Object.keys(manifest.dependencies),
  ...Object.keys(manifest.peerDependencies),
].map((name) => new RegExp(`^${name}($|/)`));

/** Name of each subpath of the exports map, and where it begins. */
const entries = {
  index: 'src/index.ts',
  chat: 'src/chat.ts',
  conversations: 'src/conversations.ts',
  core: 'src/core.ts',
  parts: 'src/parts.ts',
  popup: 'src/popup.ts',
  devtools: 'src/devtools.ts',
  lightbox: 'src/lightbox.ts',
  markup: 'src/markup.ts',
  'words/german': 'src/components/words/german/index.ts',
  'words/arabic': 'src/components/words/arabic/index.ts',
  markdown: 'src/markdown.ts',
  'wire/openai-chat': 'src/wire/openai-chat/index.ts',
  'wire/openai-responses': 'src/wire/openai-responses/index.ts',
  'wire/openai-assistants': 'src/wire/openai-assistants/index.ts',
  'wire/openai-images': 'src/wire/openai-images/index.ts',
  'wire/anthropic-messages': 'src/wire/anthropic-messages/index.ts',
  'wire/gemini-generate': 'src/wire/gemini-generate/index.ts',
  'wire/ollama-chat': 'src/wire/ollama-chat/index.ts',
  'wire/ai-sdk-ui': 'src/wire/ai-sdk-ui/index.ts',
  'models-catalogue': 'src/models/catalogue.ts',
  batch: 'src/batch/index.ts',
  server: 'src/server/index.ts',
  demo: 'src/demo/index.ts',
  'interop/ai-sdk': 'src/interop/ai-sdk.ts',
  'interop/assistant-ui': 'src/interop/assistant-ui.ts',
  'interop/copilotkit': 'src/interop/copilotkit.ts',
  'interop/react-dropzone': 'src/interop/react-dropzone.ts',
  'interop/tanstack-ai': 'src/interop/tanstack-ai.ts',
  heic: 'src/pipeline/decode/heic.ts',
  pdf: 'src/pdf/index.ts',
  mermaid: 'src/mermaid/index.ts',
  video: 'src/video.ts',
  'create-worker': 'src/pipeline/worker/create-worker.ts',
  'testing/jest-jsdom': 'src/testing/jest-jsdom.ts',
};

const entryNames = new Map(
  Object.entries(entries).map(([name, file]) => [
    fileURLToPath(new URL(file, import.meta.url)),
    name,
  ]),
);

/** A package that is bundled, and the path of one of its modules. */
const bundledModule = /^node_modules\/((?:@[^/]+\/)?[^/]+)\/(?:dist\/)?(?:esm\/)?(.+)$/;

/** `src/chat/reduce.ts` becomes `chat/reduce.js`, a module of a bundled package `bundled/<package>/<module>.js`. */
const fileName = (name: string, moduleId: string | null): string => {
  const module = entryNames.get(moduleId ?? '') ?? name.replace(bundledModule, 'bundled/$1/$2');
  return `${module}.js`;
};

/** The entries have said it: in a module below them, bundlers only warn of it. */
const withoutInnerDirectives: Plugin = {
  name: 'without-inner-directives',
  transform: {
    filter: { id: /node_modules/, code: /use client/ },
    handler: (code) => ({ code: code.replace(/^(['"])use client\1;?/m, ''), map: null }),
  },
};

/** The library build: one entry per subpath of the exports map. Storybook shares the plugins. */
export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    kitStyles(),
    inlineWorker(),
    lightIcons(),
    withoutInnerDirectives,
  ],
  // The samples are for stories and tests; a package carries no images.
  publicDir: false,
  build: {
    target: 'es2022',
    minify: false,
    license: { fileName: 'third-party-licenses.md' },
    lib: {
      entry: entries,
      formats: ['es'],
    },
    rolldownOptions: {
      // One entry runs in Node.
      external: [...external, /^node:/],
      // One file per module: bundlers then leave out what an app does not use, whatever stands beside it.
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: ({ name, facadeModuleId }) => fileName(name, facadeModuleId),
      },
    },
  },
});
