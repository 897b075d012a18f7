import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type DropzoneState, useDropzone } from './dropzone-context.js';

export type DropzoneHintProps = PartProps<'p', DropzoneState>;

/** Says what can be dropped here; while files are dragged over the zone, what dropping will do. */
export const DropzoneHint = forwardRef<HTMLParagraphElement, DropzoneHintProps>(
  function DropzoneHint(given, ref) {
    const state = useDropzone('Dropzone.Hint');
    const words = useWords();
    const own = {
      children: state.dropTarget ? words.dropNow(state.draggedCount ?? 0) : words.dropHint,
    };
    return usePart({ tag: 'p', name: 'dropzone-hint', own, given, state, ref });
  },
);
