/** What README and docs promise to a reader who has only the package. */
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const docs = readdirSync(join(root, 'docs'));
const pages = [
  'README.md',
  'skills/image-chat-kit/SKILL.md',
  ...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

/** As GitHub and npm name a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));

const targetsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)].map(
    ([, link, attribute]) => link ?? attribute ?? '',
  );

/** Why a link of a page leads nowhere for a reader who has only the package. */
function brokenBy(page: string, target: string): string | undefined {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : relative(root, join(root, dirname(page), path));
  if (!existsSync(join(root, file))) return 'no such file';
  if (!manifest.files.includes(file.split('/')[0] ?? '')) return 'not in the package';
  if (anchor === undefined) return undefined;
  return anchorsOf(readFileSync(join(root, file), 'utf8')).includes(anchor)
    ? undefined
    : 'no such heading';
}

test.each(pages)(
  '%s links only to what is in the package, and to headings that are there',
  (page) => {
    const targets = targetsOf(readFileSync(join(root, page), 'utf8'));
    const broken = targets
      .filter((target) => !/^[a-z]+:/.test(target))
      .map((target) => ({ target, why: brokenBy(page, target) }))
      .filter(({ why }) => why !== undefined);
    expect(broken).toEqual([]);
  },
);

test('every page of the docs is in their index', () => {
  const index = readFileSync(join(root, 'docs/README.md'), 'utf8');
  for (const page of docs.filter((name) => name.endsWith('.md') && name !== 'README.md')) {
    expect(index).toContain(`](${page})`);
  }
});

test('the images of the README weigh less than 2 MB together', () => {
  const images = docs.filter((name) => name.endsWith('.webp'));
  const bytes = images.map((name) => statSync(join(root, 'docs', name)).size);
  expect(images).toHaveLength(5);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
});

test('the skill names only entries that the package has', () => {
  const skill = readFileSync(join(root, 'skills/image-chat-kit/SKILL.md'), 'utf8');
  const named = [...skill.matchAll(/`?image-chat-kit(\/[a-z][\w./-]*\w)?['`]/g)].map(
    ([, subpath = '']) => `.${subpath}`,
  );
  expect(new Set(named).size).toBeGreaterThan(8);
  const entries = Object.keys(manifest.exports);
  expect(named.filter((entry) => !entries.includes(entry))).toEqual([]);
  expect(skill).toMatch(/^---\nname: image-chat-kit\ndescription: .{80,1024}\n---\n/);
});

test('every live example of the docs is a story', () => {
  const stories = globSync('stories/**/*.stories.tsx', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const titles = stories.map((text) => /title: '([^']+)'/.exec(text)?.[1] ?? '');
  const ids = titles.map((title) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'));
  const shown = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/^<!-- live: (\S+) -->$/gm)].map(
      ([, id = '']) => id,
    ),
  );
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter((id) => !ids.includes(id))).toEqual([]);
});
