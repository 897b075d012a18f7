// Builds the documentation site: README and docs, a reference made from the types, live stories, the shadcn registry.
// node scripts/docs/build-site.ts [folder], after `npm run build` and `npm run storybook:build`.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { apiPages } from './api-pages.ts';
import { guidePages } from './guide-pages.ts';
import { hero } from './hero.ts';
import { layout } from './layout.ts';
import { llmsFull, llmsIndex } from './llms.ts';
import type { Page } from './pages.ts';
import { readApi } from './read-api.ts';
import { renderMarkdown } from './render-markdown.ts';
import { sectionsOf } from './sections-of.ts';
import { createStoryFrames } from './story-frames.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const out = process.argv[2] ?? join(root, 'site');

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(out, file)), { recursive: true });
  writeFileSync(join(out, file), text);
};

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'assets'), { recursive: true });

const storybook = join(root, 'storybook-static');
const hasStorybook = existsSync(join(storybook, 'index.json'));
if (hasStorybook) cpSync(storybook, join(out, 'storybook'), { recursive: true });
else console.warn('Without live examples: `npm run storybook:build` comes first.');
cpSync(join(root, 'dist/registry'), join(out, 'r'), { recursive: true });

cpSync(join(root, 'skills'), join(out, 'skills'), { recursive: true });

const pages: readonly Page[] = [...guidePages(), ...apiPages(readApi())];
const paths = new Map(pages.flatMap(({ source, path }) => (source ? [[source, path]] : [])));
/** Copies what a page shows or links to that is no page. */
const fileAt = (file: string): string => {
  cpSync(join(root, file), join(out, 'files', file));
  return `files/${file}`;
};
const storyIds = hasStorybook ? readFileSync(join(storybook, 'index.json'), 'utf8') : undefined;

for (const page of pages) {
  const story = createStoryFrames(storyIds, page.path);
  const rendered = renderMarkdown({ page, pageOf: (file) => paths.get(file), fileAt, story });
  write(`${page.path}.md`, page.markdown);
  const isHome = page.path === 'index';
  write(
    `${page.path}.html`,
    layout({ page, pages, rendered, hasStorybook, ...(isHome && { hero: hero(story) }) }),
  );
}
write('search.json', JSON.stringify(pages.flatMap(sectionsOf)));
write(
  'llms.txt',
  llmsIndex(pages, ({ path }) => `${path}.md`),
);
write('llms-full.txt', llmsFull(pages));

for (const file of ['theme.js', 'favicon.svg', 'site.css']) {
  cpSync(here(`client/${file}`), join(out, 'assets', file));
}
await build({
  configFile: false,
  logLevel: 'warn',
  root: here('client'),
  base: './',
  publicDir: false,
  build: {
    outDir: join(out, 'assets'),
    emptyOutDir: false,
    target: 'es2022',
    rolldownOptions: {
      input: here('client/site.ts'),
      output: { entryFileNames: 'site.js', chunkFileNames: '[name].js' },
    },
  },
});
console.log(`${pages.length} pages in ${out}`);
console.log('To view them: npx vite preview --outDir site --open');
