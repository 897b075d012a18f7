import type { Link, Nodes, PhrasingContent, Root, Text } from 'mdast';
import type { Plugin } from 'unified';

/** Address of a reference within the chat. Nothing else uses this scheme, and it is never put into an `href`. */
const SCHEME = 'image-chat-kit:';

/** Names that models use for an image in any interface language: they read "Image 2:" before it. */
const ENGLISH_LABELS = ['Image 0', 'Picture 0'];

/**
 * Turns the number of an image, as in "Image 2", into a reference: in the interface's language and in English.
 *
 * @param label the interface's text for the number 0
 */
export const remarkImageReferences: Plugin<[label: string], Root> = (label) => {
  const pattern = referencePattern([label, ...ENGLISH_LABELS]);
  return (tree) => mark(tree, pattern);
};

/** Returns the number of the image a reference means, counted from 1. */
export function readReference(href: string | undefined): number | undefined {
  const number = href?.startsWith(SCHEME) ? Number(href.slice(SCHEME.length)) : NaN;
  return Number.isInteger(number) ? number : undefined;
}

/** Up to 99, in European digits or in those that Arabic and Persian use. */
const NUMBER = String.raw`([1-9\u0661-\u0669\u06f1-\u06f9][\d\u0660-\u0669\u06f0-\u06f9]?)`;

function referencePattern(labels: readonly string[]): RegExp {
  const forms = labels
    .filter((label) => /\p{Nd}/u.test(label))
    .map((label) =>
      label
        .replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
        .replace(/\s+/g, String.raw`\s+`)
        .replace(/\p{Nd}/u, NUMBER),
    );
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms.join('|')})(?![\p{L}\p{N}])`, 'giu');
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
    const number = readNumber(match.slice(1).find(Boolean) ?? '');
    const children: Link['children'] = [{ type: 'text', value: match[0] }];
    if (match.index > end) parts.push({ type: 'text', value: value.slice(end, match.index) });
    parts.push({ type: 'link', url: `${SCHEME}${number}`, children });
    end = match.index + match[0].length;
  }
  if (end < value.length) parts.push({ type: 'text', value: value.slice(end) });
  return parts;
}

function readNumber(digits: string): number {
  // The last four bits of such a digit are its value.
  const plain = digits.replace(/[^\d]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  return Number(plain);
}
