import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerState, useComposer } from './composer-context.js';

export type ComposerStopProps = PartProps<'button', ComposerState>;

/** Stops the answer. Rendered only while one is in flight. */
export const ComposerStop = forwardRef<HTMLButtonElement, ComposerStopProps>(
  function ComposerStop(given, ref) {
    const { state, stop } = useComposer('Composer.Stop');
    const words = useWords();
    const own = {
      type: 'button',
      'aria-label': words.stop,
      'data-ick-tooltip': words.stop,
      onClick: stop,
    };
    const element = usePart({ tag: 'button', name: 'composer-stop', own, given, state, ref });
    return state.busy && stop ? element : null;
  },
);
