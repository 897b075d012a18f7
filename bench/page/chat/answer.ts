import type { StreamPlan } from '../chat-protocol.ts';

const PARAGRAPH =
  'The image shows a **tower** on the left, and *two boats* below it; see `image 2` for the same view at night. ';
const LIST =
  '\n\n- the roof is of slate\n- the windows are lit\n  - all but one\n- nobody is in sight\n\n';
const TABLE =
  '\n\n| what | left | right |\n| --- | --- | --- |\n| height | 41 m | 38 m |\n| windows | 12 | 9 |\n\n';
const CODE =
  '\n\n```ts\nconst towers = images.map((image) => find(image, "tower"));\nconsole.log(towers.length);\n```\n\n';

const MATH =
  'The ratio is \\(\\frac{41}{38}\\):\n\n$$\nr = \\frac{h_1}{h_2} \\cdot \\sqrt{2}\n$$\n\n';

const SECTION = [
  '\n\n## What can be seen\n\n',
  PARAGRAPH.repeat(4),
  LIST,
  PARAGRAPH.repeat(4),
  TABLE,
  PARAGRAPH.repeat(4),
  CODE,
  MATH,
].join('');

/** Pieces of about four letters, as models write them. */
const TOKEN = /\s*\S{1,4}/g;

const ROW =
  '| 12 | roof of grey slate, partly new | 41 m by 38 m, as far as can be seen | lit | **north** side of the yard |\n';
const tableOf = (rows: number): string =>
  `Here they are:\n\n| no | part | size | state | place |\n| --- | --- | --- | --- | --- |\n${ROW.repeat(rows)}`;

/** An answer in markdown, as its tokens. */
export function answerTokens({
  tokens: count,
  tableRows,
}: Pick<StreamPlan, 'tokens' | 'tableRows'>): string[] {
  if (tableRows !== undefined) return (tableOf(tableRows).match(TOKEN) ?? []).slice(0, count);
  const section = SECTION.match(TOKEN) ?? [];
  return Array.from({ length: count }, (_, index) => section[index % section.length] ?? '');
}

/** Answers that were given before. */
export const oldAnswer = PARAGRAPH.repeat(3) + LIST + PARAGRAPH;
export const oldQuestion = 'What is on the image, and what differs from the one before?';
