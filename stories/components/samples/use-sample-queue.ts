import { useMemo, useState } from 'react';
import { findRules } from '../../../src/index.js';
import { createDetailChoices } from '../../../src/queue/detail-choices.js';
import type { UseImageQueueResult } from '../../../src/react/types.js';
import type { QueueItem } from '../../../src/queue/types.js';
import { queueState, readyItem } from './images.js';

const rules = findRules('gpt-4o');
const detailChoices = createDetailChoices({ rules });

/** A queue in memory that does to its items what the real one does, without preparing anything. */
export function useSampleQueue(initialItems: readonly QueueItem[]): UseImageQueueResult {
  const [items, setItems] = useState(initialItems);
  return useMemo(() => {
    const change = (id: string, facts: Partial<QueueItem>): void =>
      setItems((before) => before.map((item) => (item.id === id ? { ...item, ...facts } : item)));
    const add = (files: readonly File[]): string[] => {
      setItems((before) => [...before, ...files.map((file) => readyItem(file))]);
      return files.map(({ name }) => name);
    };
    return {
      ...queueState(items),
      parts: [],
      rules,
      detailChoices,
      add: (additions) => add(additions.map(({ file, name }) => new File([file], name))),
      waitFor: () => {},
      addSources: (sources) => add(sources.map(({ file }) => file)),
      addLink: () => '',
      addParts: () => [],
      replace: () => [],
      remove: (id) => setItems((before) => before.filter((item) => item.id !== id)),
      clear: () => setItems([]),
      move: (id, toIndex) =>
        setItems((before) => {
          const item = before.find((other) => other.id === id);
          return item
            ? before.filter((other) => other !== item).toSpliced(toIndex, 0, item)
            : before;
        }),
      setDetail: (id, detail) => change(id, { detail }),
      setAllDetails: (detail) => setItems((before) => before.map((item) => ({ ...item, detail }))),
      setLimits: (id, limits) => change(id, { limits }),
      setAlt: (id, alt) => change(id, { alt }),
      replaceSource: (id, file, facts) =>
        change(id, { ...facts, file, previewUrl: URL.createObjectURL(file) }),
      revertSource: () => {},
      retry: (id) =>
        setItems((before) =>
          before.map(({ error: _gone, ...item }) =>
            item.id === id
              ? { ...item, status: 'preparing', progress: 0.3 }
              : { ...item, ...(_gone && { error: _gone }) },
          ),
        ),
    };
  }, [items]);
}
