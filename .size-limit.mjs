// The smallest useful import of the core, and the styles. scripts/check-app-size.ts weighs whole apps, and every part that
// loads later.
const withoutLazyParts = (config) => ({
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
});

export default [
  {
    name: 'prepareImage alone',
    path: 'dist/core.js',
    import: '{ prepareImage }',
    limit: '23.3 kB',
    gzip: true,
    // What loads with the first image: the worker, and what browsers without one need.
    modifyEsbuildConfig: withoutLazyParts,
  },
  {
    name: 'pdfPages, until the first PDF',
    path: 'dist/pdf.js',
    import: '{ pdfPages }',
    limit: '800 B',
    gzip: true,
    modifyEsbuildConfig: withoutLazyParts,
  },
  {
    name: 'videoFrames, until the first video',
    path: 'dist/video.js',
    import: '{ videoFrames }',
    limit: '950 B',
    gzip: true,
    modifyEsbuildConfig: withoutLazyParts,
  },
  {
    name: 'mermaidDiagrams, until the first diagram',
    path: 'dist/mermaid.js',
    import: '{ mermaidDiagrams }',
    limit: '7.2 kB',
    gzip: true,
    modifyEsbuildConfig: withoutLazyParts,
  },
  { name: 'wire/ai-sdk-ui', path: 'dist/wire/ai-sdk-ui.js', limit: '15.3 kB', gzip: true },
  { name: 'styles', path: 'dist/styles.css', limit: '14.7 kB', gzip: true },
  { name: 'styles, layered', path: 'dist/styles-layered.css', limit: '13.8 kB', gzip: true },
];
