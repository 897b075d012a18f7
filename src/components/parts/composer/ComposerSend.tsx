import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerState, useComposer } from './composer-context.js';

export type ComposerSendProps = PartProps<'button', ComposerState>;

/** Sends the message. Replaced by `ComposerStop` while an answer is in flight. */
export const ComposerSend = forwardRef<HTMLButtonElement, ComposerSendProps>(
  function ComposerSend(given, ref) {
    const { state } = useComposer('ComposerSend');
    const words = useWords();
    const own = {
      type: 'submit',
      'aria-label': words.send,
      title: state.armed ? words.sendsWhenReady : words.send,
      disabled: !state.sendable,
    };
    const element = usePart({ tag: 'button', name: 'composer-send', own, given, state, ref });
    return state.busy ? null : element;
  },
);
