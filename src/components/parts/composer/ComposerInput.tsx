import { type ChangeEvent, forwardRef, type KeyboardEvent, useEffect } from 'react';
import { useImagePaste } from '../../../react/use-image-paste.js';
import { removalWords } from '../../words/image-title.js';
import { useWords } from '../../words/WordsProvider.js';
import { useAnnounce } from '../announcer/index.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerState, useComposer } from './composer-context.js';

export interface ComposerInputProps extends PartProps<'textarea', ComposerState> {
  /** Enter sends and Shift+Enter makes a line. Off: the other way round. @defaultValue true */
  sendsOnEnter?: boolean;
}

/** The text, growing with its lines. Images can be pasted into it; Backspace in front of nothing takes the last one out. */
export const ComposerInput = forwardRef<HTMLTextAreaElement, ComposerInputProps>(
  function ComposerInput(props, ref) {
    const { sendsOnEnter = true, ...given } = props;
    const { composer, state, intake, inputRef, submit } = useComposer('ComposerInput');
    const { text, setText, queue } = composer;
    const words = useWords();
    const announce = useAnnounce();
    const { pasteProps } = useImagePaste(intake);

    useEffect(() => {
      if (inputRef.current) fitHeight(inputRef.current, text);
    }, [text, inputRef]);

    const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
      // While an input method composes, Enter and Backspace belong to it. Safari tells only by the code 229.
      if (event.nativeEvent.isComposing || event.keyCode === 229) return;
      if (event.key === 'Enter' && event.shiftKey !== sendsOnEnter && !event.altKey) {
        event.preventDefault();
        submit();
      } else if (event.key === 'Backspace' && text === '' && !event.repeat) {
        const last = queue.items.at(-1);
        if (!last) return;
        queue.remove(last.id);
        announce(removalWords(queue.items, last.id, words));
      }
    };

    return usePart({
      tag: 'textarea',
      name: 'composer-input',
      own: {
        ...pasteProps,
        rows: 1,
        value: text,
        placeholder: words.placeholder,
        'aria-label': words.composer,
        enterKeyHint: 'send',
        onChange: (event: ChangeEvent<HTMLTextAreaElement>) => setText(event.target.value),
        onKeyDown,
      },
      given,
      state,
      ref,
      ownRef: inputRef,
    });
  },
);

/** An empty text has the height of its one row, whatever a long placeholder would take. */
function fitHeight(area: HTMLTextAreaElement, text: string): void {
  area.style.blockSize = '';
  if (text === '') return;
  const bordersPx = area.offsetHeight - area.clientHeight;
  area.style.blockSize = `${area.scrollHeight + bordersPx}px`;
}
