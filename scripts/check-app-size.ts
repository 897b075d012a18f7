// Weighs what an app downloads of the kit: its build's files one by one, each gzipped as it travels. React and TanStack Query
// are left out, since an app brings its own. Run after a build: `npm run check:size`.
import {
  laterDoors,
  appFor,
  type BuiltApp,
  esbuildApp,
  filesOf,
  filesOfDoors,
  inSession,
  kbOf,
  viteApp,
} from './app-size.ts';

/** What loads at first, and in a session with an image, an answer with a table and the lightbox, in kB. */
const apps = [
  { bundler: 'Vite', entry: 'image-chat-kit', atFirst: 43, inSession: 270.8 },
  { bundler: 'Vite', entry: 'image-chat-kit/chat', atFirst: 42.3, inSession: 270.3 },
  { bundler: 'esbuild', entry: 'image-chat-kit/chat', atFirst: 52.7, inSession: 291.8 },
] as const;

/** What loads later in the first of these apps, by the module that it begins with: kB on top of all that is there then. */
const afterFirstPaint = { 'engine.lazy': 69.5, 'composer.lazy': 27.6, 'chat.lazy': 22.1 };
const whenWanted = {
  '/codec': 9,
  'inline-worker': 20.8,
  'check-files': 6.6,
  'markdown/Markdown': 63,
  'code/grammars': 12,
  'languages/typescript': 4,
  'math-renderer': 62,
  'sorting/Sorting': 16,
  'lightbox.lazy': 10.7,
  'markup.lazy': 20,
  AddingParts: 9,
  'create-uploads': 4.4,
  'storage.lazy': 11.9,
  'regions.lazy': 13.4,
  'reading.lazy': 3.5,
  'page-work': 27.4,
};
/** The same with videos: what loads at first, and with the first video. */
const withVideos = { atFirst: 43.6, firstVideo: 12 };

const without = (files: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> =>
  new Set([...files].filter((file) => !others.has(file)));

function report(app: BuiltApp, what: string, loaded: ReadonlySet<string>, limitKb: number): void {
  const kb = kbOf(app, loaded);
  const count = [...loaded].filter((name) => (app.files.get(name)?.bytes ?? 0) > 0).length;
  const isOver = kb > limitKb;
  const verdict = isOver ? ', TOO MUCH' : '';
  console.log(`${what}: ${kb.toFixed(1)} of ${limitKb} kB in ${count} files${verdict}`);
  if (isOver) process.exitCode = 1;
}

let later: { app: BuiltApp; first: Set<string> } | undefined;

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
