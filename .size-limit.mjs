// Two budgets: everything that loads with the kit, and the smallest useful import. What is behind a dynamic import
// loads when it is needed, and is weighed on its own.

/** Leaves dynamic imports out of a bundle. */
const withoutLazyParts = {
  name: 'without-lazy-parts',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

const modifyEsbuildConfig = (config) => ({
  ...config,
  plugins: [...(config.plugins ?? []), withoutLazyParts],
});

const ignore = ['react', 'react-dom', '@tanstack/react-query'];
const weigh = { gzip: true, modifyEsbuildConfig };

export default [
  {
    name: 'prepareImage alone',
    path: 'dist/core.js',
    import: '{ prepareImage }',
    limit: '10 kB',
    ...weigh,
  },
  // The target is 30 kB: every export at once, rarely used ones too, is 38.5 kB above it.
  { name: 'the whole kit', path: 'dist/index.js', import: '*', ignore, limit: '69 kB', ...weigh },
  // The target is 30 kB: 18.5 kB are still too many.
  {
    name: 'ImageChat',
    path: 'dist/index.js',
    import: '{ ImageChat }',
    ignore,
    limit: '49 kB',
    ...weigh,
  },
  { name: 'styles', path: 'dist/styles.css', limit: '8 kB', gzip: true },
];
