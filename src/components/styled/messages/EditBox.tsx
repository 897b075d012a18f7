import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { ChatEntry, SendInput, SendOutcome } from '../../../chat/types.js';
import type { IntakeRejection } from '../../../intake/rejection.js';
import type { ChatMessage } from '../../../messages/types.js';
import { useAttachedFiles } from '../../../react/use-attached-files.js';
import { useImageQueue } from '../../../react/use-image-queue.js';
import { useMentions } from '../../../react/use-mentions.js';
import { useQuestionMessage } from '../../../react/use-question-message.js';
import type { QuestionOptions } from '../../../react/types.js';
import { imagesOf, textOf } from '../../parts/messages/messages-context.js';
import { useWords } from '../../words/WordsProvider.js';
import { Composer } from '../composer/Composer.js';

export interface EditBoxProps {
  entry: ChatEntry;
  /** Messages before the question. */
  history: readonly ChatMessage[];
  options: QuestionOptions;
  isBusy: boolean;
  onSubmit: (input: SendInput) => Promise<SendOutcome>;
  onClose: (isSent: boolean) => void;
}

/** Edits a question in place, with its images: more can be added, pasted and dropped, and any removed. */
export function EditBox(props: EditBoxProps): ReactElement {
  const { entry, history, options, isBusy, onSubmit, onClose } = props;
  const words = useWords();
  const [text, setText] = useState(() => textOf(entry));
  const [rejections, setRejections] = useState<readonly IntakeRejection[]>([]);
  const queue = useImageQueue(options.queue);
  const [fileParts] = useState(() => entry.message.parts.filter((part) => part.type === 'file'));
  const files = useAttachedFiles(options.fileTypes ?? [], fileParts);
  const message = useQuestionMessage({
    ...options.message,
    text,
    images: queue.parts,
    files: files.parts,
    history,
  });

  useMentions(queue.items, { current: () => text, setText });

  const { addParts } = queue;
  const isFilled = useRef(false);
  useEffect(() => {
    if (isFilled.current) return;
    isFilled.current = true;
    addParts(imagesOf(entry));
  }, [addParts, entry]);

  const submit = async (): Promise<SendOutcome> => {
    const outcome = await onSubmit({ text, images: queue.parts, files: files.parts });
    if (outcome.accepted) onClose(true);
    return outcome;
  };
  const canSend = message.canSend && !isBusy && !queue.isPreparing;
  return (
    <section
      ref={caretAtEnd}
      className="ik:pb-7"
      aria-label={words.edit}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose(false);
      }}
    >
      <Composer
        isFocused
        takesDrops
        composer={{
          text,
          setText,
          queue,
          files,
          ...(options.longPasteChars !== undefined && { longPasteChars: options.longPasteChars }),
          message,
          rejections,
          addRejections: (more) => setRejections((before) => [...before, ...more]),
          dismissRejections: (dismissed) =>
            setRejections((before) =>
              dismissed ? before.filter((one) => !dismissed.includes(one)) : [],
            ),
          canSend,
          submit,
        }}
        actions={
          <>
            <button
              type="button"
              onClick={() => onClose(false)}
              className={`${button} ik:hover:bg-sunken`}
            >
              {words.cancel}
            </button>
            <button
              type="submit"
              disabled={!canSend && !queue.isPreparing}
              className={`${button} ik:bg-accent ik:text-accent-ink ik:disabled:opacity-35 ik:forced-colors:border`}
            >
              {words.send}
            </button>
          </>
        }
      />
    </section>
  );
}

/** Puts the caret at the end of the question. */
function caretAtEnd(section: HTMLElement | null): void {
  const text = section?.querySelector('textarea');
  text?.setSelectionRange(text.value.length, text.value.length);
}

const button =
  'ik:h-9 ik:rounded-full ik:px-3.5 ik:text-sm ik:font-medium ik:transition-colors ik:duration-150';
