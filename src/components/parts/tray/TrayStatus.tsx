import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { hasFailed, itemStatus } from './item-status.js';
import { type TrayItemState, useTrayItem } from './tray-context.js';

export type TrayStatusProps = PartProps<'span', TrayItemState>;

/** Where the image stands, in words: "making it fit…", why it failed, or its price in tokens. */
export const TrayStatus = forwardRef<HTMLSpanElement, TrayStatusProps>(
  function TrayStatus(given, ref) {
    const { item, upload, state } = useTrayItem('TrayStatus');
    const words = useWords();
    const error = item.error ?? upload?.error;
    const own = {
      children: itemStatus(item, upload, words, words.number),
      title: error && hasFailed(item, upload) ? words.error(error) : undefined,
    };
    return usePart({ tag: 'span', name: 'tray-status', own, given, state, ref });
  },
);
