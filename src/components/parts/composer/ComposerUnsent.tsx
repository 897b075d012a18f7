import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerState, useComposer } from './composer-context.js';

export type ComposerUnsentProps = PartProps<'p', ComposerState>;

/**
 * How many images are not sent because they could not be read, or how to send the text without them. Renders nothing
 * while all are sent.
 */
export const ComposerUnsent = forwardRef<HTMLParagraphElement, ComposerUnsentProps>(
  function ComposerUnsent(given, ref) {
    const { composer, state } = useComposer('Composer.Unsent');
    const words = useWords();
    const { failed } = composer.queue.totals;
    const own = { children: state.confirming ? words.sendsTextAlone : words.unsent(failed) };
    const element = usePart({ tag: 'p', name: 'composer-unsent', own, given, state, ref });
    return failed === 0 ? null : element;
  },
);
