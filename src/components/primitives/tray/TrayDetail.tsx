import { type ChangeEvent, forwardRef } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import { useWords } from '../../words-context.js';
import { type PartProps, usePart } from '../part/index.js';
import { type TrayItemState, useTray, useTrayItem } from './tray-context.js';

export interface TrayDetailProps extends PartProps<'select', TrayItemState> {
  /** The choices; the one that is set is always among them. @defaultValue auto, low, high, original */
  details?: readonly ImageDetail[];
}

const allDetails: readonly ImageDetail[] = ['auto', 'low', 'high', 'original'];

/** How closely the model shall look at this picture. Nothing where it is not sent. */
export const TrayDetail = forwardRef<HTMLSelectElement, TrayDetailProps>(
  function TrayDetail(props, ref) {
    const { details = allDetails, ...given } = props;
    const { queue } = useTray('TrayDetail');
    const { item, number, state, controlTabIndex } = useTrayItem('TrayDetail');
    const words = useWords();
    const choices = details.includes(item.detail) ? details : [item.detail, ...details];
    const own = {
      'aria-label': number === undefined ? undefined : words.detailOfImage(number),
      value: item.detail,
      tabIndex: controlTabIndex,
      onChange: (event: ChangeEvent<HTMLSelectElement>) =>
        queue.setDetail(item.id, event.target.value as ImageDetail),
      children: choices.map((detail) => (
        <option key={detail} value={detail}>
          {words.detail(detail)}
        </option>
      )),
    };
    const element = usePart({ tag: 'select', name: 'tray-detail', own, given, state, ref });
    return number === undefined ? null : element;
  },
);
