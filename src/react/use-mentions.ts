import { useEffect, useRef } from 'react';
import type { QueueItem } from '../queue/types.js';
import { engine } from './engine.js';
import type { ComposerText } from './use-composer.js';
import { useLatest } from './use-latest.js';
import { useLazyModule } from './use-lazy-module.js';

/** How a change of the images rewrote the text, to be undone with that change. */
interface Rewrite {
  order: readonly string[];
  before: string;
  after: string;
}

/** Keeps mentions such as `@image2` correct while images are moved, removed and restored. */
export function useMentions(
  items: readonly QueueItem[],
  text: Pick<ComposerText, 'current' | 'setText'>,
): void {
  const loaded = useLazyModule(engine);
  const latest = useLatest(text);
  const known = useRef<readonly string[]>([]);
  const last = useRef<Rewrite>(undefined);

  useEffect(() => {
    const old = known.current;
    const order = items.filter(({ status }) => status !== 'failed').map(({ id }) => id);
    known.current = order;
    if (!loaded || isSame(old, order)) return;
    const { current, setText } = latest.current;
    const written = current();
    const rewrite = last.current;
    if (rewrite && written === rewrite.after && isSame(order, rewrite.order)) {
      last.current = undefined;
      setText(rewrite.before);
      return;
    }
    const after = loaded.renumberMentions(written, old, order);
    if (after === written) return;
    last.current = { order: old, before: written, after };
    setText(after);
  }, [items, loaded, latest]);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
