import { forwardRef, useMemo, useRef } from 'react';
import type { UseIntakeOptions } from '../../../react/intake-types.js';
import { useImageDrop } from '../../../react/use-image-drop.js';
import { usePageDrop } from '../../shared/use-page-drop.js';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { DropzoneContext, type DropzoneState } from './dropzone-context.js';
import { splitIntake } from './split-intake.js';

export interface DropzoneRootProps extends PartProps<'div', DropzoneState>, UseIntakeOptions {
  /** Also takes what is dropped elsewhere on the page. @defaultValue false */
  isPageWide?: boolean;
}

/**
 * An element that takes dropped images. `data-drop-target` while files are dragged over it, with their number in
 * `data-dragged-count` if the browser reports it.
 */
export const DropzoneRoot = forwardRef<HTMLDivElement, DropzoneRootProps>(
  function DropzoneRoot(props, ref) {
    const { isPageWide = false, ...others } = props;
    const { options, rest: given } = splitIntake(others);
    const { isDisabled = false } = options;
    const { imageName } = useWords();
    const { dropProps, isDropTarget, draggedCount } = useImageDrop({
      nameImage: imageName,
      ...options,
    });
    const zone = useRef<HTMLDivElement>(null);
    usePageDrop(zone, dropProps, isPageWide);
    const state = useMemo(
      (): DropzoneState => ({
        dropTarget: isDropTarget,
        draggedCount: isDropTarget && draggedCount > 0 ? draggedCount : undefined,
        disabled: isDisabled,
      }),
      [isDropTarget, draggedCount, isDisabled],
    );
    const element = usePart({
      tag: 'div',
      name: 'dropzone',
      own: isPageWide ? {} : { ...dropProps },
      given,
      state,
      ref,
      ownRef: zone,
    });
    return <DropzoneContext.Provider value={state}>{element}</DropzoneContext.Provider>;
  },
);
