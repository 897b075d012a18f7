/**
 * Cuts markdown into its top-level blocks, so that an answer that grows is parsed one block at a time. A cut is only
 * made where the next line cannot belong to what stands above: after a blank line, outside of fences, in front of a line
 * that is not indented and does not go on with a list.
 */
import { limitNesting } from './limit-nesting.js';

export interface Block {
  /** Where the block begins in the text; with the text it never changes while an answer grows. */
  start: number;
  text: string;
  /** Too long to be parsed without a pause: shown as it is. */
  isPlain: boolean;
}

/** A paragraph of this length is no longer prose; parsing and laying it out would stop the page. */
const MAX_BLOCK_CHARACTERS = 12_000;
const PLAIN_PIECE_CHARACTERS = 4000;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+/gm;

/** Splits a text that grows: what was cut before and cannot change any more is not gone through again. */
export function createSplitter(): (source: string) => readonly Block[] {
  let sourceBefore = '';
  let blocks: readonly Block[] = [];
  return (source) => {
    const kept = source.startsWith(sourceBefore) ? reusable(blocks) : [];
    const last = kept.at(-1);
    sourceBefore = source;
    blocks = [...kept, ...cut(source, last ? last.start + last.text.length : 0)];
    return blocks;
  };
}

/** The end of a text is open: all but its last block stands. Plain pieces are cut anew together. */
function reusable(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findLastIndex(({ isPlain }, index) => !isPlain && index < blocks.length - 1);
  return blocks.slice(0, end + 1);
}

function cut(source: string, from: number): Block[] {
  const blocks: Block[] = [];
  let start = from;
  let fence = '';
  let isAfterBlank = false;
  let isList = false;
  let position = from;

  const close = (end: number): void => {
    if (source.slice(start, end).trim() !== '') blocks.push(...toBlocks(source, start, end));
    start = end;
  };

  while (position < source.length) {
    const newline = source.indexOf('\n', position);
    const next = newline < 0 ? source.length : newline + 1;
    const line = source.slice(position, next);
    if (fence !== '') {
      const marker = FENCE.exec(line)?.[1];
      if (marker?.startsWith(fence) && line.trim() === marker) fence = '';
    } else if (line.trim() === '') {
      isAfterBlank = true;
    } else {
      const isItem = LIST_ITEM.test(line);
      const isIndented = line.startsWith(' ') || line.startsWith('\t');
      if (isAfterBlank && !isIndented && !(isList && isItem)) close(position);
      if (start === position || !isList) isList = isItem && start === position;
      isAfterBlank = false;
      fence = FENCE.exec(line)?.[1] ?? '';
    }
    position = next;
  }
  close(source.length);
  return blocks;
}

function toBlocks(source: string, start: number, end: number): Block[] {
  if (end - start <= MAX_BLOCK_CHARACTERS) {
    return [{ start, text: source.slice(start, end), isPlain: false }];
  }
  const pieces: Block[] = [];
  for (let position = start; position < end;) {
    let next = Math.min(end, position + PLAIN_PIECE_CHARACTERS);
    if (next < end) {
      const space = source.lastIndexOf(' ', next);
      if (space > position) next = space + 1;
    }
    pieces.push({ start: position, text: source.slice(position, next), isPlain: true });
    position = next;
  }
  return pieces;
}

/** What the parser gets: nesting within bounds, and the link targets that stand elsewhere in the text. */
export function blockSource({ text }: Block, definitions: string): string {
  const limited = limitNesting(text);
  return definitions !== '' && limited.includes('[') ? `${limited}\n\n${definitions}` : limited;
}

/** Link targets of a whole text, `[name]: https://…`. */
export function findDefinitions(source: string): string {
  return source.includes(']:') ? (source.match(DEFINITION) ?? []).join('\n') : '';
}
