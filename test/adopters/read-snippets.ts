import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Snippet {
  /** File and line where it begins, as in `README.md:27`. */
  place: string;
  code: string;
}

/** A comment of HTML right above a block keeps it from being compiled, and says why. */
const OPT_OUT = /<!--\s*not compiled:\s*\S.*-->\s*$/;

/** The TypeScript of README.md, the skill and docs/*.md, in order. */
export function readSnippets(): Snippet[] {
  const skill = 'skills/image-chat-kit/SKILL.md';
  const pages = [
    'README.md',
    skill,
    ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
  ];
  return pages
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) => {
      const text = readFileSync(join(root, page), 'utf8');
      return [...text.matchAll(/^```tsx?\b[^\n]*\n([\s\S]*?)^```/gm)].flatMap((match) => {
        const before = text.slice(0, match.index);
        if (OPT_OUT.test(before)) return [];
        return [{ place: `${page}:${before.split('\n').length}`, code: match[1] ?? '' }];
      });
    });
}
