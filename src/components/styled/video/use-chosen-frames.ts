import { useEffect, useRef, useState } from 'react';
import { evenTimes } from '../../../video/even-times.js';
import { findScenes } from '../../../video/find-scenes.js';
import type { FrameReader } from '../../../video/types.js';
import { isStopped, makeThumbnail } from './preview.js';
import type { ChosenFrame } from './types.js';

/** Each is a seek and a thumbnail, and a price that nobody wants to pay twice. */
export const MOST_FRAMES = 60;
const MOST_SCENES = 24;

/** What the last action came to, if the user has to know. */
export type ChoosingOutcome =
  | { kind: 'failed'; error: unknown }
  | { kind: 'full' }
  | { kind: 'no-scenes' }
  | { kind: 'searched-until'; timeS: number };

export interface ChosenFrames {
  frames: readonly ChosenFrame[];
  /** Whether frames are being decoded. */
  isAdding: boolean;
  /** Share of the video that has been searched for scene changes, while that is in progress. */
  searchedShare: number | undefined;
  outcome: ChoosingOutcome | undefined;
  addAt: (timeS: number) => void;
  addEvenly: (count: number) => void;
  addScenes: () => void;
  stopSearch: () => void;
  remove: (timeS: number) => void;
}

/** The frames that the user has chosen, in the order of the video, with thumbnails. */
export function useChosenFrames(reader: FrameReader): ChosenFrames {
  const [frames, setFrames] = useState<readonly ChosenFrame[]>([]);
  const [adding, setAdding] = useState(0);
  const [searchedShare, setSearchedShare] = useState<number>();
  const [outcome, setOutcome] = useState<ChoosingOutcome>();
  const held = useRef<readonly ChosenFrame[]>([]);
  const search = useRef<AbortController>(undefined);
  const mounted = useRef<AbortController>(undefined);

  useEffect(() => {
    const controller = new AbortController();
    mounted.current = controller;
    return () => {
      controller.abort();
      search.current?.abort();
      for (const { url } of held.current) URL.revokeObjectURL(url);
    };
  }, []);

  const change = (next: readonly ChosenFrame[]): void => {
    held.current = next;
    setFrames(next);
  };
  const fail = (error: unknown): void => {
    if (!isStopped(error)) setOutcome({ kind: 'failed', error });
  };
  const addAll = async (timesS: readonly number[], signal: AbortSignal): Promise<void> => {
    for (const timeS of timesS) {
      if (held.current.length >= MOST_FRAMES) {
        setOutcome({ kind: 'full' });
        return;
      }
      const made = await makeThumbnail(reader, timeS, signal);
      const isKnown = held.current.some((one) => one.timeS === made.timeS);
      if (isKnown || signal.aborted) URL.revokeObjectURL(made.url);
      else change([...held.current, made].toSorted((one, other) => one.timeS - other.timeS));
    }
  };
  const add = (timesS: readonly number[]): void => {
    const signal = mounted.current?.signal;
    if (!signal) return;
    setOutcome(undefined);
    setAdding((count) => count + 1);
    void addAll(timesS, signal)
      .catch(fail)
      .finally(() => setAdding((count) => count - 1));
  };
  const searchScenes = async (signal: AbortSignal): Promise<void> => {
    const maxScenes = Math.min(MOST_SCENES, MOST_FRAMES - held.current.length);
    const { timesS, searchedS } = await findScenes(reader, {
      maxScenes,
      signal,
      onProgress: setSearchedShare,
    });
    await addAll(timesS, signal);
    if (searchedS !== undefined) setOutcome({ kind: 'searched-until', timeS: searchedS });
    else if (timesS.length < 2) setOutcome({ kind: 'no-scenes' });
  };

  return {
    frames,
    isAdding: adding > 0,
    searchedShare,
    outcome,
    addAt: (timeS) => add([timeS]),
    addEvenly: (count) => add(evenTimes(reader.durationS, count)),
    addScenes() {
      if (held.current.length >= MOST_FRAMES) {
        setOutcome({ kind: 'full' });
        return;
      }
      search.current?.abort();
      const controller = new AbortController();
      search.current = controller;
      setOutcome(undefined);
      setSearchedShare(0);
      void searchScenes(controller.signal)
        .catch(fail)
        .finally(() => setSearchedShare(undefined));
    },
    stopSearch: () => search.current?.abort(),
    remove(timeS) {
      setOutcome(undefined);
      for (const one of held.current) if (one.timeS === timeS) URL.revokeObjectURL(one.url);
      change(held.current.filter((one) => one.timeS !== timeS));
    },
  };
}
