import { forwardRef } from 'react';
import { type PartProps, usePart } from '../part/index.js';
import { type TrayItemState, useTrayItem } from './tray-context.js';

export type TrayNumberProps = PartProps<'span', TrayItemState>;

/** The number of an image in messages: "Image 1". Renders nothing if the image is not sent. */
export const TrayNumber = forwardRef<HTMLSpanElement, TrayNumberProps>(
  function TrayNumber(given, ref) {
    const { number, state } = useTrayItem('Tray.Number');
    const own = { 'aria-hidden': true, children: number };
    const element = usePart({ tag: 'span', name: 'tray-number', own, given, state, ref });
    return number === undefined ? null : element;
  },
);
