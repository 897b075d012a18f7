import { anchorOf, type Page } from './pages.ts';
import type { Section } from './client/find-sections.ts';

/** The words of markdown, without its marks. */
const plain = (markdown: string): string =>
  markdown
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/^(```|~~~).*$/gm, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\|[-:| ]+\|$/gm, '')
    .replaceAll(/[`*|]|\\(?=\|)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Returns the sections of a page for the search. */
export function sectionsOf({ path, title, markdown }: Page): Section[] {
  const used = new Map<string, number>();
  // A line of code may begin like a heading.
  const outside = markdown.replaceAll(/^(```|~~~)[^]*?^\1$/gm, (block) =>
    block.replaceAll(/^#/gm, ' #'),
  );
  return outside.split(/^(?=#{1,4} )/m).flatMap((part): Section[] => {
    const [, marks = '', head = ''] = /^(#{1,4}) (.+)$/m.exec(part) ?? [];
    const heading = plain(head);
    const base = anchorOf(heading);
    const count = used.get(base) ?? 0;
    if (head) used.set(base, count + 1);
    const anchor = marks.length > 1 ? `#${base}${count === 0 ? '' : `-${count}`}` : '';
    const text = plain(part.replace(/^#{1,4} .+$/m, ''));
    if (!text && !head) return [];
    return [
      { url: `${path}.html${anchor}`, title, heading: marks.length > 1 ? heading : '', text },
    ];
  });
}
