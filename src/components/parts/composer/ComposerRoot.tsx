import {
  type FormEvent,
  forwardRef,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { focusedElement, focusUnlessElsewhere } from '../../shared/focused-element.js';
import { cleanName } from '../../words/clean-name.js';
import type { Words } from '../../words/types.js';
import { useWords } from '../../words/WordsProvider.js';
import type { UseImageQueueResult } from '../../../react/types.js';
import type { UseAttachedFilesResult } from '../../../react/use-attached-files.js';
import { useAnnounce } from '../announcer/index.js';
import { type PartProps, usePart } from '../part/index.js';
import { useArrivalAnnouncement } from './use-arrival-announcement.js';
import { type Undo, useUndo } from './use-undo.js';
import { ComposerContext, type ComposerModel, type ComposerState } from './composer-context.js';
import { type ComposerIntake, useQueueIntake } from './use-queue-intake.js';

export interface ComposerRootProps extends PartProps<'form', ComposerState> {
  /** Text, images and Send: `useImageChat().composer` fits, and so does one made of `useImageQueue` and `useImageMessage`. */
  composer: ComposerModel;
  /** Whether an answer is in flight: Stop is shown, and Send adds to the waiting questions of the composer, if it has them. */
  isBusy?: boolean;
  /** Called by `ComposerStop` while an answer is pending. */
  onStop?: () => void;
  /** Limits for what is pasted and picked. `maxFiles` counts what is already there. */
  intake?: ComposerIntake;
}

/**
 * A form around text and images. Sending before the last image is ready waits for it, once; if one of them fails, the
 * user decides. If no image could be read, the first Send says so, and the second sends the text alone.
 */
export const ComposerRoot = forwardRef<HTMLFormElement, ComposerRootProps>(
  function ComposerRoot(props, ref) {
    const { composer: model, isBusy = false, onStop, intake, ...given } = props;
    const { submit: send, enqueue } = model;
    const canSend = isBusy ? model.canQueue === true : model.canSend;
    const words = useWords();
    const { queue, removal, undo, record, forget } = useUndo(model.queue, words);
    const files = useMemo(
      () => model.files && recordingFiles(model.files, record, words),
      [model.files, record, words],
    );
    const announce = useAnnounce();
    const inputRef = useRef<HTMLTextAreaElement>(null);
    /** How many images were refused or failed when Send was pressed before the last one was ready. */
    const [armedWith, setArmedWith] = useState<number>();
    /** The images that could not be read when the user was asked whether to send the text alone. */
    const [askedFor, setAskedFor] = useState('');
    const [isConfirming, setIsConfirming] = useState(false);
    const [isSending, setIsSending] = useState(false);
    const [addLeftBehind, setAddLeftBehind] = useState<() => void>();
    // The user who pressed Send has heard what is being waited for.
    useArrivalAnnouncement(queue.isArriving && armedWith === undefined);

    const sendNow = useCallback(async (): Promise<void> => {
      setIsConfirming(false);
      if (isBusy) {
        if (!enqueue?.()) return;
        setAddLeftBehind(undefined);
        forget();
        return;
      }
      setIsSending(true);
      setAddLeftBehind(undefined);
      const outcome = await send().finally(() => setIsSending(false));
      if (outcome?.accepted) forget();
      if (outcome?.accepted === false && outcome.error.code === 'aborted') {
        announce(words.questionIsBack);
      }
    }, [isBusy, enqueue, send, announce, words, forget]);

    const unread = unreadOf(queue);
    const mustAsk = unread !== '' && unread !== askedFor;
    const ask = useCallback(() => {
      setAskedFor(unread);
      setIsConfirming(true);
      announce(words.sendsTextAlone);
    }, [unread, announce, words]);

    const missing = queue.totals.failed + (model.rejections?.length ?? 0);
    const submit = (): void => {
      if (isBusy && !enqueue) return;
      keepKeyboardFocus(inputRef.current);
      if (queue.isPreparing) {
        setArmedWith(missing);
        announce(words.sendsWhenReady);
      } else if (canSend && mustAsk) {
        ask();
      } else if (canSend) {
        void sendNow();
      }
    };

    const { isPreparing } = queue;
    useEffect(() => {
      if (armedWith === undefined || isPreparing) return;
      const sendAtLast = async (): Promise<void> => {
        setArmedWith(undefined);
        if (canSend && mustAsk) ask();
        else if (canSend && missing <= armedWith) await sendNow();
      };
      void sendAtLast();
    }, [armedWith, missing, isPreparing, canSend, sendNow, mustAsk, ask]);

    const onLeftBehind = useCallback((add: () => void) => setAddLeftBehind(() => add), []);
    const leftBehind = useMemo(() => {
      if (!addLeftBehind) return undefined;
      const dismiss = (): void => setAddLeftBehind(undefined);
      const add = (): void => {
        dismiss();
        addLeftBehind();
      };
      return { add, dismiss };
    }, [addLeftBehind]);

    const isAsking = Boolean(queue.chooser);
    const wasAsking = useRef(false);
    useEffect(() => {
      // The focus was lost with the question.
      if (wasAsking.current && !isAsking) focusUnlessElsewhere(inputRef.current);
      wasAsking.current = isAsking;
    }, [isAsking]);

    const state = useMemo(
      (): ComposerState => ({
        busy: isBusy,
        sendable: canSend || (isPreparing && (!isBusy || enqueue !== undefined)),
        armed: armedWith !== undefined && isPreparing,
        confirming: isConfirming && unread !== '' && !mustAsk,
        sending: isSending,
      }),
      [isBusy, canSend, enqueue, isPreparing, armedWith, isConfirming, unread, mustAsk, isSending],
    );

    const { imageName } = words;
    const namedIntake = useMemo(() => ({ nameImage: imageName, ...intake }), [imageName, intake]);
    const queueIntake = useQueueIntake(model, namedIntake);
    const isPageWidePaste = intake?.isPageWidePaste ?? true;
    const composerIntake = useMemo(
      () => ({ ...queueIntake, isPageWidePaste }),
      [queueIntake, isPageWidePaste],
    );
    const context = {
      composer: { ...model, queue, ...(files && { files }) },
      state,
      intake: composerIntake,
      inputRef,
      submit,
      stop: onStop,
      removal,
      undo,
      record,
      onLeftBehind,
      leftBehind,
    };
    const element = usePart({
      tag: 'form',
      name: 'composer',
      own: {
        'aria-label': words.composer,
        onSubmit: (event: FormEvent) => {
          event.preventDefault();
          submit();
        },
      },
      given,
      state,
      ref,
    });
    return (
      <ComposerContext.Provider value={context}>
        {queue.chooser}
        {element}
      </ComposerContext.Provider>
    );
  },
);

/** Returns the ids of the images if none of them could be read, otherwise an empty string. */
function unreadOf({ items, totals }: UseImageQueueResult): string {
  return totals.failed === items.length ? items.map(({ id }) => id).join(' ') : '';
}

/**
 * Send disappears with the message or gives way to Stop, and a keyboard user would lose the focus. On touch devices the keyboard stays closed.
 */
function keepKeyboardFocus(input: HTMLTextAreaElement | null): void {
  if (focusedElement(input)?.matches('button:focus-visible')) input?.focus();
}

/** Records which files the user removes. */
function recordingFiles(
  files: UseAttachedFilesResult,
  record: Undo['record'],
  words: Words,
): UseAttachedFilesResult {
  return {
    ...files,
    remove(...ids) {
      const removed = files.parts.filter(({ id }) => ids.includes(id));
      const name = removed.map((part) => cleanName(part.name ?? '')).join(', ');
      record({
        told: words.fileRemoved(name),
        restore() {
          files.addParts(removed);
          return words.fileIsBack(name);
        },
      });
      files.remove(...ids);
    },
  };
}
