// What loads with the kit, the smallest useful import, and each part that loads later. A part is weighed on top of
// ImageChat: what the page already has then does not count again.
import { resolve } from 'node:path';

const ignore = ['react', 'react-dom', 'react/jsx-runtime', '@tanstack/react-query'];

/** Leaves dynamic imports out of a bundle. */
const withoutLazyParts = {
  name: 'without-lazy-parts',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** The files that ImageChat brings along. */
async function filesOfImageChat({ build }) {
  const { metafile } = await build({
    stdin: { contents: "export { ImageChat } from './dist/index.js'", resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    write: false,
    metafile: true,
    external: ignore,
    plugins: [withoutLazyParts],
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return new Set(used.map(([file]) => resolve(file)));
}

/** Leaves out what ImageChat has loaded before. */
const besidesImageChat = {
  name: 'besides-image-chat',
  setup(build) {
    let files;
    build.onResolve({ filter: /.*/ }, async ({ kind, path, pluginData, ...rest }) => {
      if (kind === 'entry-point' || pluginData === 'asked') return undefined;
      files ??= filesOfImageChat(build.esbuild);
      // Asking the resolver for each of them takes minutes.
      const found = path.startsWith('.')
        ? { path: resolve(rest.resolveDir, path) }
        : await build.resolve(path, { ...rest, kind, pluginData: 'asked' });
      return (await files).has(found.path) ? { path, external: true } : undefined;
    });
  },
};

const withPlugins =
  (...plugins) =>
  (config) => ({ ...config, plugins: [...(config.plugins ?? []), ...plugins] });

const weigh = { gzip: true, modifyEsbuildConfig: withPlugins(withoutLazyParts) };

/** A part that loads when it is first needed, and the file it begins with. */
const lazyPart = (name, file, limit) => ({
  name: `later: ${name}`,
  path: `dist/${file}.js`,
  ignore,
  limit,
  gzip: true,
  modifyEsbuildConfig: withPlugins(withoutLazyParts, besidesImageChat),
});

export default [
  {
    name: 'prepareImage alone',
    path: 'dist/core.js',
    import: '{ prepareImage }',
    limit: '15.5 kB',
    ...weigh,
  },
  {
    name: 'ImageChat: the whole kit',
    path: 'dist/index.js',
    import: '{ ImageChat }',
    ignore,
    limit: '34.2 kB',
    ...weigh,
  },
  // No page needs it: every function of the core, every headless part and both other languages at once.
  {
    name: 'every export at once',
    path: 'dist/index.js',
    import: '*',
    ignore,
    limit: '121.3 kB',
    ...weigh,
  },
  { name: 'styles', path: 'dist/styles.css', limit: '9.7 kB', gzip: true },
  { name: 'styles, layered', path: 'dist/styles-layered.css', limit: '9 kB', gzip: true },
  lazyPart('after the first paint: models and checks', 'request/request-work', '28 kB'),
  lazyPart('after the first paint: a turn', 'chat/turn-work', '16.8 kB'),
  lazyPart('after the first paint: the tray', 'components/styled/tray/ImageTray', '8 kB'),
  lazyPart(
    'after the first paint: the conversation',
    'components/styled/messages/MessageList',
    '11.2 kB',
  ),
  lazyPart('after the first paint: pipeline', 'pipeline/create-pipeline', '15.2 kB'),
  lazyPart('with the first picture: its worker', '_virtual/_virtual_inline-worker', '20.9 kB'),
  lazyPart('with the second picture: sorting', 'components/parts/tray/sorting/Sorting', '16 kB'),
  lazyPart(
    'with words too small to read: what to do',
    'components/styled/tray/SmallTextFixes',
    '2.4 kB',
  ),
  lazyPart('with the first answer: markdown', 'components/markdown/Markdown', '57 kB'),
  lazyPart('when opened: the lightbox', 'components/styled/lightbox/index', '10.5 kB'),
  lazyPart('when opened: mark up', 'components/styled/markup/index', '20 kB'),
  lazyPart('when opened: the edit box, alone', 'components/styled/messages/EditBox', '2 kB'),
  lazyPart('when there are some: notices', 'components/styled/composer/ComposerNotices', '2.7 kB'),
  lazyPart(
    'when there are some: thoughts, sources, tools',
    'components/styled/messages/AnswerParts',
    '3 kB',
  ),
  lazyPart('when there are some: versions', 'components/styled/messages/VersionSwitch', '1.5 kB'),
  lazyPart('where drafts or conversations are kept', 'storage/keepers', '1.6 kB'),
  lazyPart('where drafts are kept', 'storage/open-draft-store', '5.2 kB'),
  lazyPart('where conversations are kept', 'storage/open-conversation-store', '8.2 kB'),
  lazyPart('where pictures are uploaded', 'uploads/create-uploads', '3.9 kB'),
];
