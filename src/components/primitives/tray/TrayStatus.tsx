import { forwardRef } from 'react';
import { useWords } from '../../words-context.js';
import { type PartProps, usePart } from '../part/index.js';
import { type TrayItemState, useTrayItem } from './tray-context.js';

export type TrayStatusProps = PartProps<'span', TrayItemState>;

/** Where the picture stands, in words: "making it fit…", why it failed, or its price in tokens. */
export const TrayStatus = forwardRef<HTMLSpanElement, TrayStatusProps>(
  function TrayStatus(given, ref) {
    const { item, state } = useTrayItem('TrayStatus');
    const words = useWords();
    const text = {
      queued: () => words.waiting,
      preparing: () => words.preparing,
      failed: () => item.error && words.imageFailure(item.error),
      ready: () => item.prepared && words.number(item.prepared.tokens),
    }[item.status]();
    const own = {
      children: text,
      title: item.status === 'failed' ? item.error && words.error(item.error) : undefined,
    };
    return usePart({ tag: 'span', name: 'tray-status', own, given, state, ref });
  },
);
