import { forwardRef } from 'react';
import { useWords } from '../../words-context.js';
import { type PartProps, usePart } from '../part/index.js';
import { type TrayItemState, useTrayItem } from './tray-context.js';

export type TrayProgressProps = PartProps<'span', TrayItemState>;

/** How far the preparing is, as a progress bar for assistive technology; its look is a variable, `--ick-progress`, 0 to 1. */
export const TrayProgress = forwardRef<HTMLSpanElement, TrayProgressProps>(
  function TrayProgress(given, ref) {
    const { item, number, state } = useTrayItem('TrayProgress');
    const words = useWords();
    const own = {
      role: 'progressbar',
      'aria-label': `${words.image(number)}: ${words.preparing}`,
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      'aria-valuenow': Math.round(item.progress * 100),
      style: { '--ick-progress': item.progress },
    };
    const element = usePart({ tag: 'span', name: 'tray-progress', own, given, state, ref });
    return item.status === 'queued' || item.status === 'preparing' ? element : null;
  },
);
