import { forwardRef } from 'react';
import { useCopy } from '../../shared/use-copy.js';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { useMessage } from './messages-context.js';

export interface CopyState {
  [name: string]: boolean;
  copied: boolean;
}

export type MessagesCopyProps = PartProps<'button', CopyState>;

/** Copies the text of a message. `data-copied` for a moment afterwards. */
export const MessagesCopy = forwardRef<HTMLButtonElement, MessagesCopyProps>(
  function MessagesCopy(given, ref) {
    const { text } = useMessage('Messages.Copy');
    const words = useWords();
    const { isCopied, copy } = useCopy();
    const label = isCopied ? words.copied : words.copy;
    const own = {
      type: 'button',
      'aria-label': label,
      'data-ick-tooltip': label,
      onClick: () => copy(text),
    };
    const state = { copied: isCopied };
    return usePart({ tag: 'button', name: 'message-copy', own, given, state, ref });
  },
);
