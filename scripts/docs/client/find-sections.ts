/** A part of a page, from one heading to the next. */
export interface Section {
  url: string;
  /** Of the page. */
  title: string;
  /** Empty for what stands before the first heading. */
  heading: string;
  text: string;
}

const MOST = 20;

/** Returns the sections that contain every word of a query, best first. A word may be the beginning of one. */
export function findSections(
  sections: readonly Section[],
  query: string,
): { found: Section[]; words: string[] } {
  const words = query.toLowerCase().match(/[\p{L}\p{N}_@./-]+/gu) ?? [];
  if (words.length === 0) return { found: [], words };
  const scored = sections.flatMap((section) => {
    const scores = words.map((word) => score(section, word));
    return scores.includes(0) ? [] : [{ section, sum: scores.reduce((sum, one) => sum + one, 0) }];
  });
  const found = scored.toSorted((a, b) => b.sum - a.sum).slice(0, MOST);
  return { found: found.map(({ section }) => section), words };
}

function score({ title, heading, text }: Section, word: string): number {
  const name = (heading || title).toLowerCase();
  if (name === word) return 100;
  if (name.startsWith(word)) return 40;
  if (name.includes(word)) return 20;
  if (title.toLowerCase().includes(word)) return 10;
  const count = text.toLowerCase().split(word).length - 1;
  return Math.min(count, 5);
}
