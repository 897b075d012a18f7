import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type TrayItemState, useTray, useTrayItem } from './tray-context.js';

export type TraySameProps = PartProps<'button', TrayItemState>;

/**
 * "Same as image 1. Remove", for an image that was added a second time; a press removes it. Renders nothing for any
 * other.
 */
export const TraySame = forwardRef<HTMLButtonElement, TraySameProps>(function TraySame(given, ref) {
  const { remove } = useTray('Tray.Same');
  const { item, sameAs, title, state, controlTabIndex } = useTrayItem('Tray.Same');
  const words = useWords();
  const said = sameAs === undefined ? '' : words.sameAs(sameAs);
  const own = {
    type: 'button',
    'aria-label': `${said}. ${words.remove}: ${title}`,
    tabIndex: controlTabIndex,
    onClick: () => remove(item.id),
    children: (
      <>
        <span>{said}</span> <u>{words.remove}</u>
      </>
    ),
  } as const;
  const element = usePart({ tag: 'button', name: 'tray-same', own, given, state, ref });
  return sameAs === undefined ? null : element;
});
