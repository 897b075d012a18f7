import { type RefObject, useEffect } from 'react';
import { observeSize } from '../shared/observe-size.js';

/**
 * Keeps the columns of a table that streams as wide as its first rows have made them: text that comes later wraps, and
 * nothing moves sideways. They become wider only for a word that has no room, and follow the browser again in a box
 * of another width.
 */
export function useSteadyColumns(box: RefObject<HTMLElement | null>, isStreaming: boolean): void {
  // After each row.
  useEffect(() => {
    const table = box.current?.firstElementChild;
    if (isStreaming && table instanceof HTMLTableElement) keepColumns(table);
  });
  useEffect(() => {
    const { current } = box;
    const table = current?.firstElementChild;
    if (!current || !(table instanceof HTMLTableElement)) return undefined;
    let widthPx = current.clientWidth;
    return observeSize([current], () => {
      if (current.clientWidth === widthPx) return;
      widthPx = current.clientWidth;
      release(table);
    });
  }, [box]);
}

function keepColumns(table: HTMLTableElement): void {
  // The head alone says little about how wide the columns should be.
  if (table.rows.length < 2) return;
  const isKept = table.style.tableLayout === 'fixed';
  const lastCells = Array.from(table.rows[table.rows.length - 1]?.cells ?? []);
  if (isKept && !lastCells.some((cell) => cell.scrollWidth > cell.clientWidth)) return;
  if (isKept) release(table);
  const { offsetWidth: widthPx } = table;
  const heads = headsOf(table).map((head) => [head, head.getBoundingClientRect().width] as const);
  for (const [head, headPx] of heads) head.style.width = `${(100 * headPx) / widthPx}%`;
  // A table that is wider than its box scrolls.
  table.style.minWidth = `${widthPx > (table.parentElement?.clientWidth ?? 0) ? widthPx : 0}px`;
  table.style.tableLayout = 'fixed';
}

function release(table: HTMLTableElement): void {
  table.style.tableLayout = '';
  table.style.minWidth = '';
  for (const head of headsOf(table)) head.style.width = '';
}

function headsOf(table: HTMLTableElement): HTMLTableCellElement[] {
  return Array.from(table.rows[0]?.cells ?? []);
}
