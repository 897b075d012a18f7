import { forwardRef } from 'react';
import { useDescribingWords } from '../../words/use-describing-words.js';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { hasFailed, itemStatus } from './item-status.js';
import { type TrayItemState, useTrayItem } from './tray-context.js';

export type TrayStatusProps = PartProps<'span', TrayItemState>;

/** The state of an image in words: "preparing…", why it failed, or its cost in tokens. */
export const TrayStatus = forwardRef<HTMLSpanElement, TrayStatusProps>(
  function TrayStatus(given, ref) {
    const { item, upload, isUndescribed, state } = useTrayItem('Tray.Status');
    const { willBeDescribed } = useDescribingWords();
    const words = useWords();
    const error = item.error ?? upload?.error;
    const own = {
      children: itemStatus(
        item,
        upload,
        words,
        isUndescribed ? () => willBeDescribed : words.number,
      ),
      'data-ick-tooltip': error && hasFailed(item, upload) ? words.error(error) : undefined,
    };
    return usePart({ tag: 'span', name: 'tray-status', own, given, state, ref });
  },
);
