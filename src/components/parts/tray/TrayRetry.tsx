import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { canRetry } from './item-status.js';
import { type TrayItemState, useTray, useTrayItem } from './tray-context.js';

export type TrayRetryProps = PartProps<'button', TrayItemState>;

/** Prepares a failed image again, or uploads it again. Rendered only after an error worth retrying. */
export const TrayRetry = forwardRef<HTMLButtonElement, TrayRetryProps>(
  function TrayRetry(given, ref) {
    const { retry } = useTray('Tray.Retry');
    const { item, upload, title, state, controlTabIndex } = useTrayItem('Tray.Retry');
    const words = useWords();
    const own = {
      type: 'button',
      'aria-label': `${words.retry}: ${title}`,
      tabIndex: controlTabIndex,
      onClick: () => retry(item),
      children: words.retry,
    };
    const element = usePart({ tag: 'button', name: 'tray-retry', own, given, state, ref });
    return canRetry(item, upload) ? element : null;
  },
);
