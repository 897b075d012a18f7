/** Builds small apps with the kit and weighs their files one by one, each gzipped as it travels. */
import { gzipSync } from 'node:zlib';
import { build as buildByEsbuild } from 'esbuild';
import { build as buildByVite } from 'vite';

/** What every app loads after the first paint, by the module that it begins with. */
export const laterDoors = ['engine.lazy', 'composer.lazy', 'chat.lazy'] as const;
/** What a session with an image, an answer with a table and the lightbox loads in addition. */
export const inSession = [
  '/codec',
  'inline-worker',
  'check-files',
  'markdown/Markdown',
  'lightbox.lazy',
] as const;

/** The chat and one wire format. */
export const appFor = (entry: string, given = '', code = ''): string => `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { ImageChat } from '${entry}';
  import { openaiChat } from 'image-chat-kit/wire/openai-chat';
  ${code}

  const connection = { wire: openaiChat, baseUrl: '/api', model: 'gpt-5' };
  createRoot(document.body).render(createElement(ImageChat, { connection${given} }));
`;

const external = ['react', 'react-dom', '@tanstack/react-query'];

interface BuiltFile {
  /** The module that a dynamic import of this file leads to. */
  module: string;
  bytes: number;
  imports: readonly string[];
}

export interface BuiltApp {
  entry: string;
  files: ReadonlyMap<string, BuiltFile>;
}

const gzippedBytes = (code: string): number => gzipSync(code, { level: 9 }).length;

export async function viteApp(code: string): Promise<BuiltApp> {
  const built = await buildByVite({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'app',
        resolveId: (id: string) => (id === 'app.js' ? `${process.cwd()}/app.js` : undefined),
        load: (id: string) => (id.endsWith('/app.js') ? code : undefined),
      },
    ],
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: 'app.js',
        external: external.map((name) => new RegExp(`^${name}($|/)`)),
      },
    },
  });
  if (!('output' in built)) throw new Error('Vite built nothing.');
  const chunks = built.output.filter((file) => file.type === 'chunk');
  const files = chunks.map(({ fileName, code: text, moduleIds, imports, facadeModuleId }) => {
    // Vite's own code, which every app has that loads anything later.
    const isOfVite = moduleIds.every((id) => id.includes('vite/preload-helper'));
    const bytes = isOfVite ? 0 : gzippedBytes(text);
    return [fileName, { module: facadeModuleId ?? '', bytes, imports }] as const;
  });
  return { entry: chunks.find(({ isEntry }) => isEntry)?.fileName ?? '', files: new Map(files) };
}

export async function esbuildApp(code: string): Promise<BuiltApp> {
  const { outputFiles, metafile } = await buildByEsbuild({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    outdir: 'app',
    external,
  });
  const outputs = Object.entries(metafile.outputs);
  const files = outputs.map(([path, { imports, entryPoint = '' }]) => {
    const text = outputFiles.find((file) => file.path.endsWith(path))?.text ?? '';
    const loaded = imports.filter(({ kind }) => kind === 'import-statement');
    const bytes = gzippedBytes(text);
    return [path, { module: entryPoint, bytes, imports: loaded.map((one) => one.path) }] as const;
  });
  const entry = outputs.find(([, { entryPoint }]) => entryPoint === '<stdin>')?.[0] ?? '';
  return { entry, files: new Map(files) };
}

/** The files that load with a file. */
export function filesOf(
  { files }: BuiltApp,
  start: string,
  loaded = new Set<string>(),
): Set<string> {
  if (files.has(start) && !loaded.has(start)) {
    loaded.add(start);
    for (const file of files.get(start)?.imports ?? [])
      filesOf({ entry: start, files }, file, loaded);
  }
  return loaded;
}

/** The files that load with the dynamic imports of these modules. */
export function filesOfDoors(app: BuiltApp, doors: readonly string[]): Set<string> {
  const loaded = new Set<string>();
  for (const door of doors) {
    const found = [...app.files].find(([, { module }]) => module.includes(door));
    if (!found) throw new Error(`Nothing of the app begins with ${door}.`);
    filesOf(app, found[0], loaded);
  }
  return loaded;
}

/** The size of these files together, in kB. */
export function kbOf({ files }: BuiltApp, loaded: ReadonlySet<string>): number {
  return [...loaded].reduce((sum, name) => sum + (files.get(name)?.bytes ?? 0), 0) / 1000;
}
