import type { Emphasis, Nodes, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';

/** More names would turn most of an answer into buttons. */
const MAX_NAMES = 40;

/** Marks the names of regions in the text of an answer, as elements `region-word` with the name in lower case. */
export const remarkRegionWords: Plugin<[names: readonly string[]], Root> = (names) => {
  const usable = names.filter((name) => name.trim().length > 1).slice(0, MAX_NAMES);
  if (usable.length === 0) return undefined;
  const pattern = usable
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`))
    .join('|');
  const regex = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, 'giu');
  return (tree) => mark(tree, regex);
};

function mark(node: Nodes, regex: RegExp): void {
  if (node.type === 'link' || node.type === 'linkReference' || !('children' in node)) return;
  const children = node.children as Nodes[];
  node.children = children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return split(child.value, regex);
    mark(child, regex);
    return [child];
  }) as typeof node.children;
}

function split(text: string, regex: RegExp): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: name, index } of text.matchAll(regex)) {
    if (index > end) parts.push({ type: 'text', value: text.slice(end, index) });
    parts.push(word(name));
    end = index + name.length;
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}

function word(name: string): Emphasis {
  return {
    type: 'emphasis',
    children: [{ type: 'text', value: name }],
    data: { hName: 'region-word', hProperties: { name: name.toLowerCase() } },
  };
}
