import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { useAnnounce } from '../announcer/index.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerState, useComposer } from './composer-context.js';

export type ComposerUndoProps = PartProps<'button', ComposerState>;

/** Restores what was removed last, one removal with each press. Rendered until the message is sent. */
export const ComposerUndo = forwardRef<HTMLButtonElement, ComposerUndoProps>(
  function ComposerUndo(given, ref) {
    const { removal, undo, inputRef, state } = useComposer('Composer.Undo');
    const words = useWords();
    const announce = useAnnounce();
    const own = {
      type: 'button',
      'aria-label': removal === undefined ? undefined : `${words.undo}: ${removal}`,
      onClick: () => {
        announce(undo() ?? '');
        inputRef.current?.focus();
      },
      children: words.undo,
    };
    const element = usePart({ tag: 'button', name: 'composer-undo', own, given, state, ref });
    return removal === undefined ? null : element;
  },
);
