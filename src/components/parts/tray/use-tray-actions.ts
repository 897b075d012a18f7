import { useMemo } from 'react';
import { useLatest } from '../../../react/use-latest.js';
import { moveWords, removalWords } from '../../words/image-title.js';
import { useWords } from '../../words/WordsProvider.js';
import { useAnnounce } from '../announcer/index.js';
import type { Tray, TrayQueue } from './tray-context.js';
import type { TrayFocus } from './use-tray-focus.js';

interface TrayActionsOptions extends Pick<TrayFocus, 'nodes' | 'focusAfterChange'> {
  queue: TrayQueue;
  onOpen: ((id: string) => void) | undefined;
  onRetryUpload: ((id: string) => void) | undefined;
}

export interface TrayActions extends Pick<
  Tray,
  'remove' | 'undo' | 'moveBy' | 'focusBy' | 'setDetail' | 'retry' | 'open'
> {
  move: (id: string, toIndex: number) => void;
}

/**
 * Actions on a tile: each is applied and announced, and the focus moves on. The same functions from render to render.
 */
export function useTrayActions(options: TrayActionsOptions): TrayActions {
  const latest = useLatest({ ...options, words: useWords(), announce: useAnnounce() });
  const opens = options.onOpen !== undefined;

  return useMemo(() => {
    const items = (): TrayQueue['items'] => latest.current.queue.items;
    const indexOf = (id: string): number => items().findIndex((item) => item.id === id);
    const within = (index: number): number => Math.max(0, Math.min(items().length - 1, index));

    const move = (id: string, toIndex: number): void => {
      const { queue, focusAfterChange, announce, words } = latest.current;
      const index = within(toIndex);
      if (index === indexOf(id)) return;
      const before = items();
      focusAfterChange({ id });
      queue.move(id, index);
      announce(moveWords(before, id, index, words));
    };

    return {
      move,
      moveBy: (id, step) => move(id, indexOf(id) + step),
      focusBy(id, step) {
        const item = items()[within(indexOf(id) + step)];
        if (item) latest.current.nodes.get(item.id)?.focus();
      },
      remove(id) {
        const { queue, focusAfterChange, announce, words } = latest.current;
        const before = items();
        focusAfterChange({ index: indexOf(id) });
        queue.remove(id);
        announce(removalWords(before, id, words));
      },
      undo() {
        const { queue, focusAfterChange, announce } = latest.current;
        const before = new Set(items().map(({ id }) => id));
        const told = queue.undo?.();
        if (told === undefined) return;
        focusAfterChange({ notIn: before });
        announce(told);
      },
      setDetail: (id, detail) => latest.current.queue.setDetail(id, detail),
      retry({ id, status }) {
        if (status === 'failed') latest.current.queue.retry(id);
        else latest.current.onRetryUpload?.(id);
      },
      open: opens ? (id) => latest.current.onOpen?.(id) : undefined,
    };
  }, [latest, opens]);
}
