import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ImageRegion } from '../../../regions/types.js';

/** A region of an answer, as it is drawn. */
export interface ShownRegion extends ImageRegion {
  /** Unique in the conversation. */
  key: string;
  colour: string;
}

export interface AnswerRegions {
  answerId: string;
  /** When the answer was asked for: only the latest about an image is drawn at first. */
  atMs: number;
  regions: readonly ShownRegion[];
}

/** The regions of a conversation: what its answers point out, and what of it its images show. */
export interface RegionBoard {
  subscribe: (listener: () => void) => () => void;
  /** Returns what is drawn on an image; the same array while it is unchanged. */
  regionsOn: (imageId: string) => readonly ShownRegion[];
  /** Whether the regions of an answer are drawn on an image. */
  isShown: (answerId: string, imageId: string) => boolean;
  setShown: (answerId: string, imageId: string, isShown: boolean) => void;
  /** Whether anything is drawn on an image; `undefined` if no answer points anything out in it. */
  stateOf: (imageId: string) => 'shown' | 'hidden' | undefined;
  /** Hides what is drawn on an image, or shows what the latest answer points out in it. */
  toggle: (imageId: string) => void;
  /** Replaces the regions of an answer. Returns a cleanup function. */
  publish: (answer: AnswerRegions) => () => void;
  /** Keys of the regions that stand out: those that are pointed at, or else those that were chosen. */
  marked: () => readonly string[];
  point: (keys: readonly string[]) => void;
  choose: (keys: readonly string[]) => void;
}

const NONE: readonly never[] = [];

export function createRegionBoard(): RegionBoard {
  const answers = new Map<string, AnswerRegions>();
  const choices = new Map<string, boolean>();
  const listeners = new Set<() => void>();
  let drawn = new Map<string, readonly ShownRegion[]>();
  let pointed: readonly string[] = NONE;
  let chosen: readonly string[] = NONE;

  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const redraw = (): void => {
    drawn = new Map();
    changed();
  };
  /** Ids of the answers about an image, latest first. */
  const answersAbout = (imageId: string): string[] =>
    [...answers.values()]
      .filter(({ regions }) => regions.some((region) => region.imageId === imageId))
      .toSorted((one, other) => other.atMs - one.atMs)
      .map(({ answerId }) => answerId);
  const isLatest = (answerId: string, imageId: string): boolean =>
    answersAbout(imageId)[0] === answerId;
  const isShown = (answerId: string, imageId: string): boolean =>
    choices.get(`${answerId} ${imageId}`) ?? isLatest(answerId, imageId);

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    regionsOn(imageId) {
      const known = drawn.get(imageId);
      if (known) return known;
      const regions = [...answers.values()].flatMap((answer) =>
        isShown(answer.answerId, imageId)
          ? answer.regions.filter((region) => region.imageId === imageId)
          : [],
      );
      drawn.set(imageId, regions.length > 0 ? regions : NONE);
      return regions.length > 0 ? regions : NONE;
    },
    isShown,
    setShown(answerId, imageId, shown) {
      choices.set(`${answerId} ${imageId}`, shown);
      redraw();
    },
    stateOf(imageId) {
      const about = answersAbout(imageId);
      if (about.length === 0) return undefined;
      return about.some((answerId) => isShown(answerId, imageId)) ? 'shown' : 'hidden';
    },
    toggle(imageId) {
      const about = answersAbout(imageId);
      const isAnyShown = about.some((answerId) => isShown(answerId, imageId));
      for (const answerId of about) {
        choices.set(`${answerId} ${imageId}`, !isAnyShown && isLatest(answerId, imageId));
      }
      redraw();
    },
    publish(answer) {
      answers.set(answer.answerId, answer);
      redraw();
      return () => {
        if (answers.get(answer.answerId) !== answer) return;
        answers.delete(answer.answerId);
        redraw();
      };
    },
    marked: () => (pointed.length > 0 ? pointed : chosen),
    point(keys) {
      pointed = keys;
      changed();
    },
    choose(keys) {
      chosen = keys;
      changed();
    },
  };
}

export const RegionBoardContext = createContext<RegionBoard | undefined>(undefined);

const noSubscription = () => () => {};

/** Returns what is drawn on an image of the conversation around. */
export function useRegionsOn(imageId: string): readonly ShownRegion[] {
  const board = useContext(RegionBoardContext);
  const read = (): readonly ShownRegion[] => board?.regionsOn(imageId) ?? NONE;
  return useSyncExternalStore(board?.subscribe ?? noSubscription, read, () => NONE);
}

/** Returns whether any answer points something out in an image, also if it is hidden. */
export function useHasRegions(imageId: string): boolean {
  const board = useContext(RegionBoardContext);
  const read = (): boolean => board?.stateOf(imageId) !== undefined;
  return useSyncExternalStore(board?.subscribe ?? noSubscription, read, () => false);
}
