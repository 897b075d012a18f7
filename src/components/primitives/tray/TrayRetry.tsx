import { forwardRef } from 'react';
import { useWords } from '../../words-context.js';
import { type PartProps, usePart } from '../part/index.js';
import { type TrayItemState, useTray, useTrayItem } from './tray-context.js';

export type TrayRetryProps = PartProps<'button', TrayItemState>;

/** Prepares a failed picture again. Only there while it is failed. */
export const TrayRetry = forwardRef<HTMLButtonElement, TrayRetryProps>(
  function TrayRetry(given, ref) {
    const { queue } = useTray('TrayRetry');
    const { item, number, state, controlTabIndex } = useTrayItem('TrayRetry');
    const words = useWords();
    const own = {
      type: 'button',
      'aria-label': `${words.retry}: ${words.image(number)}`,
      tabIndex: controlTabIndex,
      onClick: () => queue.retry(item.id),
      children: words.retry,
    };
    const element = usePart({ tag: 'button', name: 'tray-retry', own, given, state, ref });
    return item.status === 'failed' ? element : null;
  },
);
