/**
 * Splits markdown into blocks, so that an answer that grows is parsed one block at a time. It splits only where the
 * next line cannot belong to the block above: after a blank line, outside of fences, before a line that is not indented
 * and does not continue a list.
 */
import { isTooDense } from './is-too-dense.js';
import { limitNesting } from './limit-nesting.js';
import { protectMath } from './protect-math.js';

export interface Block {
  /** Offset of the block in the text; while an answer grows, it only changes with the text. */
  start: number;
  text: string;
  /** Whether it is too long to be parsed without blocking: shown as plain text. */
  isPlain: boolean;
}

/** Setting up the parser costs as much as this many characters: shorter neighbours share a block. */
const MIN_BLOCK_CHARACTERS = 300;

/** A paragraph of this length is no longer prose; parsing and laying it out would block the page. */
const MAX_BLOCK_CHARACTERS = 12_000;
const MAX_CODE_CHARACTERS = 40_000;
const PLAIN_PIECE_CHARACTERS = 8000;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const LIST_ITEM = /^(?:([-*+])|\d{1,9}([.)]))(?:\s|$)/;
/** The last line of a growing text may be the beginning of an item. */
const HALF_LIST_ITEM = /^\d{1,9}$/;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+/gm;

/** Splits a text that grows: what was split before and cannot change any more is not processed again. */
export function createSplitter(): (source: string) => readonly Block[] {
  let sourceBefore = '';
  let blocks: readonly Block[] = [];
  return (source) => {
    const kept = source.startsWith(sourceBefore) ? standing(blocks) : [];
    const last = kept.at(-1);
    sourceBefore = source;
    blocks = [...kept, ...cut(source, last ? last.start + last.text.length : 0)];
    return blocks;
  };
}

/**
 * Returns the blocks that can no longer change: all but the last. The pieces of a long one are split again together.
 */
function standing(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findLastIndex(({ isPlain }, index) => !isPlain && index < blocks.length - 1);
  return blocks.slice(0, end + 1);
}

function cut(source: string, from: number): Block[] {
  const blocks: Block[] = [];
  let start = from;
  let fence = '';
  let isAfterBlank = false;
  let listMarker: string | undefined;
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
      const marker = itemMarker(line);
      const goesOn =
        listMarker !== undefined &&
        (marker === listMarker || (isOrdered(listMarker) && HALF_LIST_ITEM.test(line)));
      const isIndented = line.startsWith(' ') || line.startsWith('\t');
      if (isAfterBlank && !isIndented && !goesOn) {
        if (position - start >= MIN_BLOCK_CHARACTERS) close(position);
        listMarker = marker;
      } else {
        listMarker = marker ?? listMarker;
      }
      isAfterBlank = false;
      fence = FENCE.exec(line)?.[1] ?? '';
    }
    position = next;
  }
  close(source.length);
  return blocks;
}

/** Lists with another marker are other lists. */
function itemMarker(line: string): string | undefined {
  const match = LIST_ITEM.exec(line);
  return match?.[1] ?? match?.[2];
}

function isOrdered(marker: string): boolean {
  return marker === '.' || marker === ')';
}

function toBlocks(source: string, start: number, end: number): Block[] {
  const text = source.slice(start, end);
  const maxCharacters = FENCE.test(text) ? MAX_CODE_CHARACTERS : MAX_BLOCK_CHARACTERS;
  if (text.length <= maxCharacters && !isTooDense(limitNesting(text))) {
    return [{ start, text, isPlain: false }];
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

/** Returns the parser's input: nesting limited, and the link targets from elsewhere in the text appended. */
export function blockSource({ text }: Block, definitions: string): string {
  const limited = limitNesting(protectMath(text));
  return definitions !== '' && limited.includes('[') ? `${limited}\n\n${definitions}` : limited;
}

/** Returns the link targets of a whole text, `[name]: https://…`. */
export function findDefinitions(source: string): string {
  return source.includes(']:') ? (source.match(DEFINITION) ?? []).join('\n') : '';
}
