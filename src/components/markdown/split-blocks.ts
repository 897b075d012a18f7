/**
 * Splits markdown into blocks, so that an answer that grows is parsed one block at a time. It splits only where the
 * next line cannot belong to the block above: after a blank line, outside of fences, before a line that is not indented
 * and does not continue a list.
 */
import remend from 'remend';
import { isTooDense } from './is-too-dense.js';
import { limitNesting } from './limit-nesting.js';
import { markMath } from './math/mark-math.js';

export interface Block {
  /** Offset of the block in the text; while an answer grows, it only changes with the text. */
  start: number;
  text: string;
  /**
   * `code`: one fenced block, which needs no parser. `plain`: too long to be parsed without blocking, so it is shown as
   * plain text.
   */
  kind: 'markdown' | 'code' | 'plain';
}

/** Setting up the parser costs as much as this many characters: shorter neighbours share a block. */
const MIN_BLOCK_CHARACTERS = 300;

/** A paragraph of this length is no longer prose; parsing and laying it out would block the page. */
const MAX_BLOCK_CHARACTERS = 12_000;
const MAX_CODE_CHARACTERS = 40_000;
const PLAIN_PIECE_CHARACTERS = 8000;

/** Text behind backticks that contains more of them is code within a line. */
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const isTopLevel = (fenceLine: string): boolean => !fenceLine.startsWith(' ');
const LIST_ITEM = /^(?:([-*+])|\d{1,9}([.)]))(?:\s|$)/;
/** The last line of a growing text may be the beginning of an item. */
const HALF_LIST_ITEM = /^\d{1,9}$/;
/** Math is marked before, and a link without its address is its text. */
const CLOSED = { katex: false, linkMode: 'text-only' } as const;
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
  const last = blocks.at(-1);
  // A line that only looks like a fence until it is complete is part of the block before it.
  const isHalfFence = last?.kind === 'code' && !last.text.includes('\n');
  const end = blocks.findLastIndex(
    ({ kind }, index) => kind !== 'plain' && index < blocks.length - (isHalfFence ? 2 : 1),
  );
  return blocks.slice(0, end + 1);
}

function cut(source: string, from: number): Block[] {
  const blocks: Block[] = [];
  let start = from;
  let fence = '';
  let isCodeBlock = false;
  let isAfterBlank = false;
  let listMarker: string | undefined;
  let position = from;

  const close = (end: number, isCode = false): void => {
    if (source.slice(start, end).trim() !== '') {
      blocks.push(...toBlocks(source, start, end, isCode));
    }
    start = end;
  };

  while (position < source.length) {
    const newline = source.indexOf('\n', position);
    const next = newline < 0 ? source.length : newline + 1;
    const line = source.slice(position, next);
    if (fence !== '') {
      const marker = FENCE.exec(line)?.[1];
      if (marker?.startsWith(fence) && line.trim() === marker) {
        fence = '';
        if (isCodeBlock) {
          close(next, true);
          isCodeBlock = false;
        }
      }
    } else if (FENCE.test(line) && isTopLevel(line)) {
      close(position);
      isCodeBlock = true;
      isAfterBlank = false;
      listMarker = undefined;
      fence = FENCE.exec(line)?.[1] ?? '';
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
  close(source.length, isCodeBlock);
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

function toBlocks(source: string, start: number, end: number, isCode: boolean): Block[] {
  const text = source.slice(start, end);
  if (isCode && text.length <= MAX_CODE_CHARACTERS) return [{ start, text, kind: 'code' }];
  const maxCharacters = /^ {0,3}(?:`{3}|~{3})/.test(text)
    ? MAX_CODE_CHARACTERS
    : MAX_BLOCK_CHARACTERS;
  if (text.length <= maxCharacters && !isTooDense(limitNesting(text))) {
    return [{ start, text, kind: 'markdown' }];
  }
  const pieces: Block[] = [];
  for (let position = start; position < end;) {
    let next = Math.min(end, position + PLAIN_PIECE_CHARACTERS);
    if (next < end) {
      const space = source.lastIndexOf(' ', next);
      if (space > position) next = space + 1;
    }
    pieces.push({ start: position, text: source.slice(position, next), kind: 'plain' });
    position = next;
  }
  return pieces;
}

/**
 * Returns the parser's input: math marked, nesting limited, and the link targets from elsewhere in the text appended.
 *
 * @param isOpen whether the text ends too early: what is open at its end, such as bold text, is closed
 */
export function blockSource({ text, kind }: Block, definitions: string, isOpen: boolean): string {
  const marked = markMath(text, isOpen);
  const closed = isOpen && kind === 'markdown' ? closeEnd(marked) : marked;
  const limited = limitNesting(closed);
  return definitions !== '' && limited.includes('[') ? `${limited}\n\n${definitions}` : limited;
}

/** Closes what is open at the end of a text, and leaves out a mark that nothing follows yet. */
const closeEnd = (text: string): string =>
  remend(text.replace(/(?<=^|[\s([{>|"'“„«])(?:\*{1,3}|_{1,3}|~{1,2}|`{1,2})$/, ''), CLOSED);

/** Returns the link targets of a whole text, `[name]: https://…`. */
export function findDefinitions(source: string): string {
  return source.includes(']:') ? (source.match(DEFINITION) ?? []).join('\n') : '';
}
