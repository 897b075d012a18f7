import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerState, useComposer } from './composer-context.js';

export type ComposerSendProps = PartProps<'button', ComposerState>;

/**
 * Sends the message. While an answer is in flight, it adds the message to the waiting questions, and is rendered only if
 * there is one.
 */
export const ComposerSend = forwardRef<HTMLButtonElement, ComposerSendProps>(
  function ComposerSend(given, ref) {
    const { state } = useComposer('Composer.Send');
    const words = useWords();
    const label = state.busy ? words.sendAfterAnswer : words.send;
    const own = {
      type: 'submit',
      'aria-label': label,
      // While it waits for images, the composer says so in words.
      'data-ick-tooltip': state.armed ? undefined : label,
      disabled: !state.sendable,
    };
    const element = usePart({ tag: 'button', name: 'composer-send', own, given, state, ref });
    return state.busy && !state.sendable ? null : element;
  },
);
