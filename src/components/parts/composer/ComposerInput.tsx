import {
  type ChangeEvent,
  type ClipboardEvent,
  forwardRef,
  type KeyboardEvent,
  useCallback,
  useEffect,
} from 'react';
import { useImagePaste } from '../../../react/use-image-paste.js';
import { useLongPaste } from '../../../react/use-long-paste.js';
import { focusUnlessElsewhere } from '../../shared/focused-element.js';
import { usePagePaste } from '../../shared/use-page-paste.js';
import { removalWords } from '../../words/image-title.js';
import { useWords } from '../../words/WordsProvider.js';
import { useAnnounce } from '../announcer/index.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerModel, type ComposerState, useComposer } from './composer-context.js';

export interface ComposerInputProps extends PartProps<'textarea', ComposerState> {
  /** Enter sends and Shift+Enter adds a line. Off: the other way round. @defaultValue true */
  sendsOnEnter?: boolean;
}

/**
 * The text field, growing with its lines. Images can be pasted into it, and anywhere on the page where nothing else
 * takes them; a long text that is pasted becomes a file of the message. In an empty field, Backspace removes the last one,
 * and the arrow up brings back the last question: one that waits with its images, or else the words of the last one sent.
 */
export const ComposerInput = forwardRef<HTMLTextAreaElement, ComposerInputProps>(
  function ComposerInput(props, ref) {
    const { sendsOnEnter = true, ...given } = props;
    const { composer, state, intake, inputRef, submit, onLeftBehind } =
      useComposer('Composer.Input');
    const { text, setText, queue, files, longPasteChars } = composer;
    const words = useWords();
    const announce = useAnnounce();
    const { pasteProps } = useImagePaste({ ...intake, onLeftBehind });
    const takeLongPaste = useLongPaste(files, longPasteChars, intake);
    const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
      pasteProps.onPaste(event);
      takeLongPaste(event);
    };
    const onPagePaste = useCallback(
      (event: globalThis.ClipboardEvent) => {
        pasteProps.onPaste(asReactEvent(event));
        // Text written next refers to the image.
        if (event.defaultPrevented) focusUnlessElsewhere(inputRef.current);
      },
      [pasteProps, inputRef],
    );
    usePagePaste(inputRef, onPagePaste, intake.isPageWidePaste);

    useEffect(() => {
      if (inputRef.current) fitHeight(inputRef.current, text);
    }, [text, inputRef]);

    const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
      // While an input method composes, Enter and Backspace belong to it. Safari reports this only by the code 229.
      if (event.nativeEvent.isComposing || event.keyCode === 229) return;
      if (event.key === 'Enter' && event.shiftKey !== sendsOnEnter && !event.altKey) {
        event.preventDefault();
        submit();
      } else if (event.key === 'Backspace' && text === '' && !event.repeat) {
        const last = queue.items.at(-1);
        if (!last) return;
        queue.remove(last.id);
        announce(removalWords(queue.items, last.id, words));
      } else if (event.key === 'ArrowUp' && text === '' && !hasModifier(event)) {
        if (bringBack(composer)) event.preventDefault();
      }
    };

    return usePart({
      tag: 'textarea',
      name: 'composer-input',
      own: {
        onPaste,
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

/** Returns whether there was a question. */
function bringBack({ waiting, editWaiting, lastQuestion, setText }: ComposerModel): boolean {
  const last = waiting?.entries.findLast(({ message }) => message.id !== waiting.sendingId);
  if (last && editWaiting) {
    editWaiting(last.message.id);
    return true;
  }
  const question = lastQuestion?.() ?? '';
  if (question !== '') setText(question);
  return question !== '';
}

const hasModifier = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  altKey || ctrlKey || metaKey || shiftKey;

/** The part of React's event that a paste handler reads. */
const asReactEvent = (event: globalThis.ClipboardEvent): ClipboardEvent =>
  ({
    clipboardData: event.clipboardData ?? new DataTransfer(),
    defaultPrevented: event.defaultPrevented,
    preventDefault: () => event.preventDefault(),
  }) as ClipboardEvent;

/** An empty text has the height of one row, however long the placeholder. */
function fitHeight(area: HTMLTextAreaElement, text: string): void {
  area.style.blockSize = '';
  if (text === '') return;
  const bordersPx = area.offsetHeight - area.clientHeight;
  area.style.blockSize = `${area.scrollHeight + bordersPx}px`;
}
