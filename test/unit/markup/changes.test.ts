import { describe, expect, test } from 'vitest';
import {
  emptyMarkup,
  growMark,
  isUntouched,
  moveMark,
  turnRight,
  withMark,
  withoutMark,
} from '../../../src/markup/change.js';
import { viewOf } from '../../../src/markup/geometry.js';
import { record, redo, startHistory, undo } from '../../../src/markup/history.js';
import { boundsOf, markAt } from '../../../src/markup/hit-test.js';
import { legendText } from '../../../src/markup/legend-text.js';
import type { BoxMark, Mark, Rect } from '../../../src/markup/types.js';

const size = { width: 400, height: 200 };
const colour = '#d92d20';
const measure = (text: string, sizePx: number): number => text.length * sizePx;

function box(id: string, text = '', rect: Rect = { x: 10, y: 10, width: 50, height: 40 }): BoxMark {
  return { type: 'box', id, colour, strokePx: 4, rect, text };
}
const redaction: Mark = {
  type: 'redaction',
  id: 'r',
  rect: { x: 100, y: 50, width: 80, height: 20 },
};
const arrow: Mark = {
  type: 'arrow',
  id: 'a',
  colour,
  strokePx: 4,
  from: { x: 200, y: 100 },
  to: { x: 300, y: 100 },
};
const line: Mark = {
  type: 'text',
  id: 't',
  colour,
  sizePx: 10,
  at: { x: 350, y: 50 },
  text: 'ABCD',
};

describe('a legend', () => {
  test('has a line for each box with a text, by the number it shows', () => {
    const marks = [box('1', 'the date'), redaction, box('2'), box('3', ' what\n is owed ')];
    expect(legendText(marks)).toBe('1: the date\n3: what is owed');
  });

  test('is empty where no box has a text', () => {
    expect(legendText([redaction, box('1', '  ')])).toBe('');
    expect(legendText([])).toBe('');
  });
});

describe('a history', () => {
  const one = withMark(emptyMarkup, box('1'));
  const two = withMark(one, redaction);

  test('goes back and forth step by step, and stops at both ends', () => {
    const made = record(record(startHistory(emptyMarkup), one), two);
    expect(undo(made).present).toBe(one);
    expect(undo(undo(undo(made))).present).toBe(emptyMarkup);
    expect(redo(redo(redo(undo(undo(made))))).present).toBe(two);
  });

  test('gives up what was undone once something else is done', () => {
    const other = turnRight(one);
    const made = record(undo(record(record(startHistory(emptyMarkup), one), two)), other);
    expect(redo(made).present).toBe(other);
    expect(undo(made).present).toBe(one);
  });

  test('undoes steps of one group together, and not those after an undo', () => {
    const typed = ['d', 'da', 'dat'].reduce(
      (history, text) => record(history, withMark(one, box('1', text)), 'text of 1'),
      record(startHistory(emptyMarkup), one),
    );
    expect(undo(typed).present).toBe(one);
    const again = record(undo(typed), two, 'text of 1');
    expect(undo(again).present).toBe(one);
  });

  test('makes no step of nothing', () => {
    const history = startHistory(one);
    expect(record(history, one)).toBe(history);
  });
});

describe('marks', () => {
  test('are added on top, replaced in their place, and removed', () => {
    const markup = withMark(withMark(emptyMarkup, box('1')), redaction);
    expect(withMark(markup, box('1', 'new')).marks.map(({ id }) => id)).toEqual(['1', 'r']);
    expect(withoutMark(markup, '1').marks).toEqual([redaction]);
    expect(isUntouched(withoutMark(withoutMark(markup, '1'), 'r'))).toBe(true);
  });

  test('move as they are seen, also in an image that is turned', () => {
    const view = viewOf(size, turnRight(emptyMarkup));
    expect(moveMark(arrow, { x: 10, y: 0 }, view)).toMatchObject({
      from: { x: 200, y: 90 },
      to: { x: 300, y: 90 },
    });
    expect(moveMark(redaction, { x: 0, y: 10_000 }, view)).toMatchObject({
      rect: { x: 320, y: 50, width: 80, height: 20 },
    });
  });

  test('grow at their end', () => {
    const view = viewOf(size, emptyMarkup);
    expect(growMark(redaction, { x: 5, y: 7 }, view)).toMatchObject({
      rect: { x: 100, y: 50, width: 85, height: 27 },
    });
    expect(growMark(arrow, { x: 5, y: 7 }, view)).toMatchObject({ to: { x: 305, y: 107 } });
    expect(growMark(line, { x: 5, y: 0 }, view)).toMatchObject({ sizePx: 15 });
  });

  test('are found where they are drawn, the topmost first', () => {
    const view = viewOf(size, emptyMarkup);
    const marks = [
      box('1'),
      redaction,
      arrow,
      line,
      box('2', '', { x: 90, y: 40, width: 200, height: 100 }),
    ];
    const at = (x: number, y: number) => markAt(marks, { x, y }, view, 3, measure)?.id;
    expect(at(12, 30)).toBe('1');
    expect(at(35, 30)).toBe('1');
    expect(at(120, 60)).toBe('r');
    expect(at(250, 104)).toBe('a');
    expect(at(250, 60)).toBe('2');
    expect(at(335, 50)).toBe('t');
    expect(at(390, 190)).toBeUndefined();
  });

  test('of text stay upright around their middle in an image that is turned', () => {
    const view = viewOf(size, turnRight(emptyMarkup));
    expect(boundsOf(line, view, measure)).toEqual({ x: 130, y: 345, width: 40, height: 10 });
  });
});
