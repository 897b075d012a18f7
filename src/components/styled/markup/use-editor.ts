import { useCallback, useMemo, useState } from 'react';
import { createId } from '../../../internal/create-id.js';
import { useLatest } from '../../../react/use-latest.js';
import {
  cropTo,
  flip,
  turnLeft,
  turnRight,
  withMark,
  withoutMark,
} from '../../../markup/change.js';
import { centreOf, rectToImage, rectToView, type View, viewOf } from '../../../markup/geometry.js';
import { type MarkupHistory, record, redo, startHistory, undo } from '../../../markup/history.js';
import { largestRect } from '../../../markup/resize-rect.js';
import { strokePxFor, textPxFor, thicknesses, type Thickness } from '../../../markup/sizes.js';
import type { Mark, Markup, Rect, Size } from '../../../markup/types.js';
import {
  markColourNames,
  markColours,
  type MarkColour,
  type RatioName,
  type Tool,
} from './editor-types.js';
import { createMark } from './create-mark.js';
import type { MarkupWords } from '../../words/english/markup.js';

interface EditorState {
  history: MarkupHistory;
  /** Set while a pointer is down. */
  draft?: Markup | undefined;
  tool: Tool;
  selectedId?: string | undefined;
  colour: MarkColour;
  thickness: Thickness;
  ratio: RatioName;
}

export interface EditorOptions {
  /** Size of the upright original. */
  size: Size;
  initial: Markup;
  words: MarkupWords;
  say: (message: string) => void;
}

export interface Editor extends Omit<EditorState, 'history' | 'draft' | 'selectedId'> {
  size: Size;
  /** The markup as it is shown, with the current gesture. */
  markup: Markup;
  view: View;
  selected: Mark | undefined;
  isChanged: boolean;
  canUndo: boolean;
  canRedo: boolean;
  setTool: (tool: Tool) => void;
  setColour: (colour: MarkColour) => void;
  setThickness: (thickness: Thickness) => void;
  setRatio: (ratio: RatioName) => void;
  /** Shows the current gesture; not undoable. */
  setDraft: (markup: Markup | undefined) => void;
  /** @param group consecutive steps of one group are undone together */
  commit: (markup: Markup, group?: string) => void;
  select: (id: string | undefined) => void;
  /** Puts a mark into the middle, for users without a pointer. */
  insert: () => void;
  remove: () => void;
  undo: () => void;
  redo: () => void;
  turnLeft: () => void;
  turnRight: () => void;
  flip: () => void;
  /** Style of new marks. */
  style: { colour: string; strokePx: number; sizePx: number };
  nameOf: (mark: Mark) => string;
}

/** Returns the crop in the view of the whole image, in which it is chosen. */
export function cropInView(markup: Markup, view: View): Rect {
  return markup.crop ? rectToView(view, markup.crop) : { x: 0, y: 0, ...view };
}

/** Returns width by height in the view; a portrait image takes portrait ratios. */
export function ratioOf(name: RatioName, { width, height }: Size): number | undefined {
  if (name === 'free') return undefined;
  if (name === 'original') return width / height;
  const [long = 1, short = 1] = name.split(':').map(Number);
  return width >= height ? long / short : short / long;
}

export function useEditor({ size, initial, words, say }: EditorOptions): Editor {
  const [state, setState] = useState<EditorState>(() => ({
    history: startHistory(initial),
    tool: 'pen',
    colour: 'red',
    thickness: 'medium',
    ratio: 'free',
  }));
  const { history, draft, tool, selectedId, colour, thickness, ratio } = state;
  const markup = draft ?? history.present;
  const isCropping = tool === 'crop';
  const view = useMemo(() => {
    const { crop, ...uncropped } = markup;
    return viewOf(size, isCropping || !crop ? uncropped : markup);
  }, [size, markup, isCropping]);
  const selected = isCropping ? undefined : markup.marks.find(({ id }) => id === selectedId);
  const style = {
    colour: markColours[colour],
    strokePx: strokePxFor(size, thickness),
    sizePx: textPxFor(size, thickness),
  };

  const change = useCallback(
    (changes: Partial<EditorState>) => setState((before) => ({ ...before, ...changes })),
    [],
  );
  const commit = useCallback(
    (next: Markup, group?: string) =>
      setState((before) => ({
        ...before,
        draft: undefined,
        history: record(before.history, next, group),
      })),
    [],
  );

  const nameOf = (mark: Mark): string => {
    const ofType = markup.marks.filter(({ type }) => type === mark.type);
    return words.mark(mark.type, ofType.findIndex(({ id }) => id === mark.id) + 1);
  };
  /** Changes the style of the selected mark, and of new ones. */
  const restyle = (changes: Partial<EditorState>, mark: Mark | undefined): void => {
    change(changes);
    if (mark) commit(withMark(markup, mark));
  };

  const actions = useLatest({
    insert(): void {
      const mark = createMark(tool, createId(), view, style, words.newText);
      if (!mark) return;
      const next = withMark(markup, mark);
      commit(next);
      change({ selectedId: mark.id });
      const number = next.marks.filter(({ type }) => type === mark.type).length;
      say(words.added(words.mark(mark.type, number)));
    },
    remove(): void {
      if (!selected) return;
      say(words.removed(nameOf(selected)));
      commit(withoutMark(markup, selected.id));
      change({ selectedId: undefined });
    },
  });

  return {
    size,
    markup,
    view,
    tool,
    colour: colourOf(selected) ?? colour,
    thickness: thicknessOf(selected, size) ?? thickness,
    ratio,
    selected,
    style,
    isChanged: history.present !== initial,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    setTool: (next) => change({ tool: next, ...(next !== 'select' && { selectedId: undefined }) }),
    setColour: (next) =>
      restyle(
        { colour: next },
        selected && 'colour' in selected ? { ...selected, colour: markColours[next] } : undefined,
      ),
    setThickness: (next) =>
      restyle({ thickness: next }, selected && thickened(selected, size, next)),
    setRatio: (next) => {
      change({ ratio: next });
      const wanted = ratioOf(next, view);
      if (wanted === undefined) return;
      const rect = largestRect(view, wanted, centreOf(cropInView(markup, view)));
      const cropped = cropTo(markup, rectToImage(view, rect), size);
      commit(cropped);
      const { width, height } = cropped.crop ?? size;
      say(words.cropped(width, height));
    },
    setDraft: (next) => change({ draft: next }),
    commit,
    select: (id) => change({ selectedId: id }),
    insert: () => actions.current.insert(),
    remove: () => actions.current.remove(),
    undo: () => {
      if (history.past.length > 0) say(words.undone);
      setState((before) => ({ ...before, draft: undefined, history: undo(before.history) }));
    },
    redo: () => {
      if (history.future.length > 0) say(words.redone);
      setState((before) => ({ ...before, draft: undefined, history: redo(before.history) }));
    },
    turnLeft: () => {
      commit(turnLeft(markup));
      say(words.turned);
    },
    turnRight: () => {
      commit(turnRight(markup));
      say(words.turned);
    },
    flip: () => {
      commit(flip(markup));
      say(words.flipped);
    },
    nameOf,
  };
}

function colourOf(mark: Mark | undefined): MarkColour | undefined {
  if (!mark || !('colour' in mark)) return undefined;
  return markColourNames.find((name) => markColours[name] === mark.colour);
}

function thicknessOf(mark: Mark | undefined, size: Size): Thickness | undefined {
  if (!mark || mark.type === 'redaction') return undefined;
  return thicknesses.find((name) =>
    mark.type === 'text'
      ? mark.sizePx === textPxFor(size, name)
      : mark.strokePx === strokePxFor(size, name),
  );
}

function thickened(mark: Mark, size: Size, thickness: Thickness): Mark | undefined {
  if (mark.type === 'text') return { ...mark, sizePx: textPxFor(size, thickness) };
  return 'strokePx' in mark ? { ...mark, strokePx: strokePxFor(size, thickness) } : undefined;
}
