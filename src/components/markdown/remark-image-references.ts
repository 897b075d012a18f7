import type { Link, Nodes, PhrasingContent, Root, Text } from 'mdast';
import type { Plugin } from 'unified';

/** The address of a reference within the chat. Nothing else uses this scheme, and it is never put into an `href`. */
const SCHEME = 'image-chat-kit:';

/** Turns the number of a picture, as in "Image 2", into a reference. `label` is the text for the number 0. */
export const remarkImageReferences: Plugin<[label: string], Root> = (label) => {
  const pattern = referencePattern(label);
  return (tree) => mark(tree, pattern);
};

/** The picture a reference means, counted from 1. */
export function readReference(href: string | undefined): number | undefined {
  const number = href?.startsWith(SCHEME) ? Number(href.slice(SCHEME.length)) : NaN;
  return Number.isInteger(number) ? number : undefined;
}

function referencePattern(label: string): RegExp {
  const escaped = label.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])${escaped.replace('0', String.raw`([1-9]\d?)`)}(?![\p{L}\p{N}])`,
    'giu',
  );
}

function mark(node: Nodes, pattern: RegExp): void {
  if (node.type === 'link' || node.type === 'linkReference' || !('children' in node)) return;
  const children = node.children as Nodes[];
  node.children = children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return split(child, pattern);
    mark(child, pattern);
    return [child];
  }) as typeof node.children;
}

function split({ value }: Text, pattern: RegExp): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const match of value.matchAll(pattern)) {
    const children: Link['children'] = [{ type: 'text', value: match[0] }];
    if (match.index > end) parts.push({ type: 'text', value: value.slice(end, match.index) });
    parts.push({ type: 'link', url: `${SCHEME}${match[1]}`, children });
    end = match.index + match[0].length;
  }
  if (end < value.length) parts.push({ type: 'text', value: value.slice(end) });
  return parts;
}
