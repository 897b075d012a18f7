import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { isUnderWay, itemStatus } from './item-status.js';
import { type TrayItemState, useTrayItem } from './tray-context.js';

export type TrayProgressProps = PartProps<'span', TrayItemState>;

/**
 * Progress of preparing or uploading, as a progress bar for assistive technology; its look uses the variable
 * `--ick-progress`, 0 to 1.
 */
export const TrayProgress = forwardRef<HTMLSpanElement, TrayProgressProps>(
  function TrayProgress(given, ref) {
    const { item, upload, title, state } = useTrayItem('Tray.Progress');
    const words = useWords();
    const progress = item.status === 'ready' ? (upload?.progress ?? 0) : item.progress;
    const own = {
      role: 'progressbar',
      'aria-label': `${title}: ${itemStatus(item, upload, words)}`,
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      'aria-valuenow': Math.round(progress * 100),
      style: { '--ick-progress': progress },
    };
    const element = usePart({ tag: 'span', name: 'tray-progress', own, given, state, ref });
    return isUnderWay(item, upload) ? element : null;
  },
);
