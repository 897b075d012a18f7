import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { MATH_ELEMENT } from './math/remark-math.js';

/** The element that marks where the next word will appear. */
export const CARET_ELEMENT = 'ick-caret';

const ends = new WeakSet<Element>();

/** Whether an answer that is streaming ends in this block of code. */
export const endsAnswer = (pre: Element): boolean => ends.has(pre);

/** Marks the end of an answer that is streaming: behind its last word, in whatever list, table or quote that stands. */
export const rehypeCaret: Plugin<[], Root> = () => (tree) => {
  const { parent, pre } = findEnd(tree);
  if (pre) ends.add(pre);
  else
    parent.children.push({ type: 'element', tagName: CARET_ELEMENT, properties: {}, children: [] });
};

/** What cannot contain the caret: it then stands behind it. */
const CLOSED = new Set(['hr', 'img', 'input', 'br', 'code', MATH_ELEMENT]);
const BLOCKS = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tr',
  'td',
  'th',
  'pre',
]);
const HEADING = /^h[1-6]$/;

function findEnd(tree: Root): { parent: Root | Element; pre?: Element } {
  let parent: Root | Element = tree;
  for (;;) {
    const last: Element | undefined = lastOf(parent);
    if (!last || CLOSED.has(last.tagName)) return { parent };
    if (last.tagName === 'pre') return { parent, pre: last };
    const isWithin: boolean = BLOCKS.has(last.tagName) || HEADING.test(last.tagName);
    if (!isWithin) return { parent };
    parent = last;
  }
}

/** The last element, unless words follow it. Of a row, the last cell that is not empty. */
function lastOf({ children }: Root | Element): Element | undefined {
  const filled = (children as ElementContent[]).filter(
    (child) => child.type !== 'comment' && !(child.type === 'text' && child.value.trim() === ''),
  );
  const last = filled.findLast((child) => !isEmptyCell(child)) ?? filled.at(-1);
  return last?.type === 'element' ? last : undefined;
}

function isEmptyCell(child: ElementContent): boolean {
  return child.type === 'element' && /^t[dh]$/.test(child.tagName) && child.children.length === 0;
}
