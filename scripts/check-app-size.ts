// Weighs what an app downloads of the kit: its build's files one by one, each gzipped as it travels. React and TanStack Query
// are left out, since an app brings its own. Run after a build: `npm run check:size`.
import { gzipSync } from 'node:zlib';
import { build as buildByEsbuild } from 'esbuild';
import { build as buildByVite } from 'vite';

/** What loads at first, and in a session with an image, an answer with a table and the lightbox, in kB. */
const apps = [
  { bundler: 'Vite', entry: 'image-chat-kit', atFirst: 39.3, inSession: 248.6 },
  { bundler: 'Vite', entry: 'image-chat-kit/chat', atFirst: 38.7, inSession: 248.2 },
  { bundler: 'esbuild', entry: 'image-chat-kit/chat', atFirst: 48.2, inSession: 268.6 },
] as const;

/** What loads later in the first of these apps, by the module that it begins with: kB on top of all that is there then. */
const afterFirstPaint = { 'engine.lazy': 66, 'composer.lazy': 21.7, 'chat.lazy': 18.2 };
const whenWanted = {
  '/codec': 9,
  'inline-worker': 20.8,
  'check-files': 6.2,
  'markdown/Markdown': 62.5,
  'code/grammars': 12,
  'languages/typescript': 4,
  'math-renderer': 62,
  'sorting/Sorting': 16,
  'lightbox.lazy': 10.5,
  'markup.lazy': 20,
  AddingParts: 9,
  'create-uploads': 4.4,
  'storage.lazy': 11,
  'regions.lazy': 12,
  'page-work': 27.2,
};
/** Of these, what such a session opens. */
const inSession = ['/codec', 'inline-worker', 'check-files', 'markdown/Markdown', 'lightbox.lazy'];

/** The same with videos: what loads at first, and with the first video. */
const withVideos = { atFirst: 39.8, firstVideo: 12 };

/** The chat and one wire format. */
const appFor = (entry: string, given = '', code = ''): string => `
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

interface BuiltApp {
  entry: string;
  files: ReadonlyMap<string, BuiltFile>;
}

const gzippedBytes = (code: string): number => gzipSync(code, { level: 9 }).length;

async function viteApp(code: string): Promise<BuiltApp> {
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

async function esbuildApp(code: string): Promise<BuiltApp> {
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
function filesOf({ files }: BuiltApp, start: string, loaded = new Set<string>()): Set<string> {
  if (files.has(start) && !loaded.has(start)) {
    loaded.add(start);
    for (const file of files.get(start)?.imports ?? [])
      filesOf({ entry: start, files }, file, loaded);
  }
  return loaded;
}

/** The files that load with the dynamic imports of these modules. */
function filesOfDoors(app: BuiltApp, doors: readonly string[]): Set<string> {
  const loaded = new Set<string>();
  for (const door of doors) {
    const found = [...app.files].find(([, { module }]) => module.includes(door));
    if (!found) throw new Error(`Nothing of the app begins with ${door}.`);
    filesOf(app, found[0], loaded);
  }
  return loaded;
}

const without = (files: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> =>
  new Set([...files].filter((file) => !others.has(file)));

function report(
  { files }: BuiltApp,
  what: string,
  loaded: ReadonlySet<string>,
  limitKb: number,
): void {
  const sizes = [...loaded].map((name) => files.get(name)?.bytes ?? 0).filter((bytes) => bytes > 0);
  const kb = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000;
  const isOver = kb > limitKb;
  const verdict = isOver ? ', TOO MUCH' : '';
  console.log(`${what}: ${kb.toFixed(1)} of ${limitKb} kB in ${sizes.length} files${verdict}`);
  if (isOver) process.exitCode = 1;
}

let later: { app: BuiltApp; first: Set<string> } | undefined;
const laterDoors = Object.keys(afterFirstPaint);

for (const { bundler, entry, ...limits } of apps) {
  const app = await (bundler === 'Vite' ? viteApp : esbuildApp)(appFor(entry));
  const first = filesOf(app, app.entry);
  const session = filesOfDoors(app, [...laterDoors, ...inSession]);
  report(app, `${bundler}, ${entry}, at first`, first, limits.atFirst);
  report(app, `${bundler}, ${entry}, a session`, new Set([...first, ...session]), limits.inSession);
  later ??= { app, first };
}

if (later) {
  const { app, first } = later;
  let there = first;
  for (const [door, limitKb] of Object.entries(afterFirstPaint)) {
    const loaded = filesOfDoors(app, [door]);
    report(app, `After the first paint, ${door}`, without(loaded, there), limitKb);
    there = new Set([...there, ...loaded]);
  }
  for (const [door, limitKb] of Object.entries(whenWanted)) {
    report(app, `When wanted, ${door}`, without(filesOfDoors(app, [door]), there), limitKb);
  }
}

const videos = await viteApp(
  appFor(
    'image-chat-kit',
    ', intake: { fileSources: [videoFrames()] }',
    "import { videoFrames } from 'image-chat-kit/video';",
  ),
);
const withoutAVideo = new Set([
  ...filesOf(videos, videos.entry),
  ...filesOfDoors(videos, [...laterDoors, 'check-files']),
]);
report(videos, 'With videos, at first', filesOf(videos, videos.entry), withVideos.atFirst);
const firstVideo = filesOfDoors(videos, ['expand-video']);
report(videos, 'With the first video', without(firstVideo, withoutAVideo), withVideos.firstVideo);
