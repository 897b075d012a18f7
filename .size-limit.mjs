// The smallest useful import of the core, and the styles. scripts/check-app-size.ts weighs whole apps, and every part that
// loads later.
export default [
  {
    name: 'prepareImage alone',
    path: 'dist/core.js',
    import: '{ prepareImage }',
    limit: '23 kB',
    gzip: true,
    // What loads with the first image: the worker, and what browsers without one need.
    modifyEsbuildConfig: (config) => ({
      ...config,
      plugins: [
        ...(config.plugins ?? []),
        {
          name: 'without-lazy-parts',
          setup: (build) =>
            build.onResolve({ filter: /.*/ }, ({ kind, path }) =>
              kind === 'dynamic-import' ? { path, external: true } : undefined,
            ),
        },
      ],
    }),
  },
  { name: 'styles', path: 'dist/styles.css', limit: '9.9 kB', gzip: true },
  { name: 'styles, layered', path: 'dist/styles-layered.css', limit: '9.15 kB', gzip: true },
];
