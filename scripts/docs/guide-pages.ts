import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from './pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const titleOf = (markdown: string): string => /^# (.+)$/m.exec(markdown)?.[1] ?? '';

/** README.md and the pages that docs/README.md lists, in its order and under its headings. */
export function guidePages(): Page[] {
  let group = '';
  const pages = read('docs/README.md')
    .split('\n')
    .flatMap((line): Page[] => {
      group = /^## (.+)$/.exec(line)?.[1] ?? group;
      const [, label, name, summary = ''] =
        /^\| \[([^\]]+)\]\(([\w-]+)\.md\) \| (.*?) ?\|$/.exec(line) ?? [];
      if (!name || !label) return [];
      const source = `docs/${name}.md`;
      const markdown = read(source);
      return [{ path: name, title: titleOf(markdown), label, summary, group, markdown, source }];
    });
  const index = read('docs/README.md');
  return [
    { path: 'index', title: 'image-chat-kit', group: '', markdown: home(), source: 'README.md' },
    { path: 'docs', title: titleOf(index), group: '', markdown: index, source: 'docs/README.md' },
    ...pages,
    {
      path: 'changelog',
      title: 'Changelog',
      group: '',
      markdown: read('CHANGELOG.md'),
      source: 'CHANGELOG.md',
    },
  ];
}

/** The README, without what the first screen of the site shows in its own way. */
function home(): string {
  const text = read('README.md');
  return text.slice(text.indexOf('\n## ') + 1);
}
