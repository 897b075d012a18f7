import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type TrayItemState, useTrayItem } from './tray-context.js';

export interface TrayEditProps extends PartProps<'button', TrayItemState> {
  /** Opens the markup editor for the image. */
  onEdit: (id: string) => void;
}

/** Opens the markup editor. Renders nothing if the image could not be read. */
export const TrayEdit = forwardRef<HTMLButtonElement, TrayEditProps>(function TrayEdit(props, ref) {
  const { onEdit, ...given } = props;
  const { item, number, state, controlTabIndex } = useTrayItem('Tray.Edit');
  const words = useWords();
  const own = {
    type: 'button',
    'aria-label': number === undefined ? undefined : words.markUpImage(number),
    tabIndex: controlTabIndex,
    onClick: () => onEdit(item.id),
  };
  const element = usePart({ tag: 'button', name: 'tray-edit', own, given, state, ref });
  return number === undefined ? null : element;
});
