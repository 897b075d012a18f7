import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerState, useComposer } from './composer-context.js';

export type ComposerUndoProps = PartProps<'button', ComposerState>;

/** Restores the image that was removed last. Rendered only for some seconds after a removal. */
export const ComposerUndo = forwardRef<HTMLButtonElement, ComposerUndoProps>(
  function ComposerUndo(given, ref) {
    const { removal, undo, inputRef, state } = useComposer('ComposerUndo');
    const words = useWords();
    const own = {
      type: 'button',
      title: removal,
      onClick: () => {
        undo();
        inputRef.current?.focus();
      },
      children: words.undo,
    };
    const element = usePart({ tag: 'button', name: 'composer-undo', own, given, state, ref });
    return removal === undefined ? null : element;
  },
);
