import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { splitMath, unmarkMath } from './mark-math.js';

/** The element that math becomes in the tree of HTML. */
export const MATH_ELEMENT = 'ick-math';

/** Turns what `markMath` has marked into elements: in text, and nowhere else. */
export const remarkMath: Plugin<[], Root> = () => (tree) => restore(tree);

function restore(node: Nodes): void {
  if (!('children' in node)) {
    restoreFields(node);
    return;
  }
  restoreFields(node);
  const children = node.children as Nodes[];
  node.children = children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return splitMath(child.value).map(toNode);
    restore(child);
    return [child];
  }) as typeof node.children;
}

function toNode(piece: ReturnType<typeof splitMath>[number]): Nodes {
  if (typeof piece === 'string') return { type: 'text', value: piece };
  const { source, tex, isDisplay } = piece;
  return {
    type: 'math',
    data: {
      hName: MATH_ELEMENT,
      hProperties: { tex, source, form: isDisplay ? 'display' : 'inline' },
    },
  } as unknown as Nodes;
}

/** Of code, links, images and raw HTML. */
function restoreFields(node: Nodes): void {
  const fields = node as unknown as Record<string, unknown>;
  for (const name of ['value', 'url', 'title', 'alt', 'label', 'lang', 'meta']) {
    const value = fields[name];
    if (typeof value === 'string') fields[name] = unmarkMath(value);
  }
}
