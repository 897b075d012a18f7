import type { Block } from './split-blocks.js';

/** Blocks that are rendered together, so that a long answer is a hundred components and not ten thousand. */
export interface Section {
  start: number;
  blocks: readonly Block[];
  isFull: boolean;
}

const SECTION_CHARACTERS = 2000;

/** Groups the blocks of a text that grows. A section whose blocks are the same stays the same. */
export function createGrouper(): (blocks: readonly Block[]) => readonly Section[] {
  let sections: readonly Section[] = [];
  return (blocks) => {
    const grouped: Section[] = [];
    for (let index = 0; index < blocks.length;) {
      const before = sections[grouped.length];
      const section = before && isSame(before, blocks, index) ? before : fill(blocks, index);
      grouped.push(section);
      index += section.blocks.length;
    }
    sections = grouped;
    return sections;
  };
}

function isSame(
  { blocks: own, isFull }: Section,
  blocks: readonly Block[],
  index: number,
): boolean {
  const end = index + own.length;
  return (
    own[0] === blocks[index] && own.at(-1) === blocks[end - 1] && (isFull || end === blocks.length)
  );
}

function fill(blocks: readonly Block[], index: number): Section {
  let end = index;
  let characters = 0;
  while (end < blocks.length && characters < SECTION_CHARACTERS) {
    characters += blocks[end]?.text.length ?? 0;
    end += 1;
  }
  return {
    start: blocks[index]?.start ?? 0,
    blocks: blocks.slice(index, end),
    isFull: characters >= SECTION_CHARACTERS,
  };
}
