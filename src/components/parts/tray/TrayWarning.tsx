import { forwardRef } from 'react';
import { type PartProps, usePart } from '../part/index.js';
import { type TrayItemState, useTrayItem } from './tray-context.js';

export type TrayWarningProps = PartProps<'span', TrayItemState>;

/** Marks an image that is sent, but not complete: truncated, one frame of many. Renders nothing without warnings. */
export const TrayWarning = forwardRef<HTMLSpanElement, TrayWarningProps>(
  function TrayWarning(given, ref) {
    const { warnings, state } = useTrayItem('Tray.Warning');
    // The tile's own name announces it to screen readers.
    const own = { 'aria-hidden': true, title: warnings.join(' ') };
    const element = usePart({ tag: 'span', name: 'tray-warning', own, given, state, ref });
    return warnings.length === 0 ? null : element;
  },
);
