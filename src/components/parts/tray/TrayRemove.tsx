import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type TrayItemState, useTray, useTrayItem } from './tray-context.js';

export type TrayRemoveProps = PartProps<'button', TrayItemState>;

/** Removes the image from the message. */
export const TrayRemove = forwardRef<HTMLButtonElement, TrayRemoveProps>(
  function TrayRemove(given, ref) {
    const tray = useTray('Tray.Remove');
    const { item, number, title, state, controlTabIndex } = useTrayItem('Tray.Remove');
    const words = useWords();
    const own = {
      type: 'button',
      'aria-label': number === undefined ? words.removeFile(title) : words.removeImage(number),
      tabIndex: controlTabIndex,
      onClick: () => tray.remove(item.id),
    };
    return usePart({ tag: 'button', name: 'tray-remove', own, given, state, ref });
  },
);
