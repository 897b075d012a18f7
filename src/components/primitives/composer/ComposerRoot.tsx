import {
  type FormEvent,
  forwardRef,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { IntakeHookOptions } from '../../../react/types.js';
import { useWords } from '../../words-context.js';
import { useAnnounce } from '../announcer/index.js';
import { type PartProps, usePart } from '../part/index.js';
import { useRemoval } from './use-removal.js';
import { ComposerContext, type ComposerModel, type ComposerState } from './composer-context.js';

export interface ComposerRootProps extends PartProps<'form', ComposerState> {
  composer: ComposerModel;
  /** An answer is under way: nothing is sent, and Stop is shown. */
  isBusy?: boolean;
  onStop?: () => void;
  /** Limits for what is pasted and picked. */
  intake?: Omit<IntakeHookOptions, 'onImages' | 'onRejections'>;
}

/** A form around text and pictures. Sending before the last picture is ready waits for it, once. */
export const ComposerRoot = forwardRef<HTMLFormElement, ComposerRootProps>(
  function ComposerRoot(props, ref) {
    const { composer: model, isBusy = false, onStop, intake, ...given } = props;
    const { canSend, addRejections, submit: send } = model;
    const words = useWords();
    const { queue, removal, undo } = useRemoval(model.queue, words);
    const announce = useAnnounce();
    const inputRef = useRef<HTMLTextAreaElement>(null);
    const [isArmed, setIsArmed] = useState(false);
    const [isSending, setIsSending] = useState(false);

    const sendNow = useCallback(async (): Promise<void> => {
      setIsSending(true);
      await send().finally(() => setIsSending(false));
    }, [send]);

    const submit = (): void => {
      if (isBusy) return;
      keepKeyboardFocus(inputRef.current);
      if (queue.isPreparing) {
        setIsArmed(true);
        announce(words.sendsWhenReady);
      } else if (canSend) {
        void sendNow();
      }
    };

    const { isPreparing } = queue;
    useEffect(() => {
      if (!isArmed || isPreparing) return;
      const sendAtLast = async (): Promise<void> => {
        setIsArmed(false);
        if (canSend) await sendNow();
      };
      void sendAtLast();
    }, [isArmed, isPreparing, canSend, sendNow]);

    const state = useMemo(
      (): ComposerState => ({
        busy: isBusy,
        sendable: !isBusy && (canSend || isPreparing),
        armed: isArmed && isPreparing,
        sending: isSending,
      }),
      [isBusy, canSend, isPreparing, isArmed, isSending],
    );

    const { addSources } = queue;
    const context = {
      composer: { ...model, queue },
      state,
      intake: useMemo(
        (): IntakeHookOptions => ({ ...intake, onImages: addSources, onRejections: addRejections }),
        [intake, addSources, addRejections],
      ),
      inputRef,
      submit,
      stop: onStop,
      removal,
      undo,
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
    return <ComposerContext.Provider value={context}>{element}</ComposerContext.Provider>;
  },
);

/** The Send button gives way to Stop, and the focus of a keyboard user would go with it. Touch keeps its keyboard down. */
function keepKeyboardFocus(input: HTMLTextAreaElement | null): void {
  if (document.activeElement?.matches('button:focus-visible')) input?.focus();
}
