import {
  type Dispatch,
  type SetStateAction,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ChatStore, SendInput, SendOutcome } from '../chat/types.js';
import type { IntakeRejection } from '../intake/rejection.js';
import type { ChatMessage } from '../messages/types.js';
import type { Draft, StorageProblem } from '../storage/types.js';
import type { ImageChatComposer, UseImageMessageResult, UseImageQueueResult } from './types.js';
import type { UseAttachedFilesResult } from './use-attached-files.js';
import type { UseQuestionQueueResult } from './use-question-queue.js';
import { useLatest } from './use-latest.js';

export interface ComposerOptions {
  store: ChatStore;
  /** Without the images of the question in flight. */
  queue: UseImageQueueResult;
  /** The queue with them. */
  whole: UseImageQueueResult;
  /** Without the files of the question in flight. */
  files: UseAttachedFilesResult;
  text: ComposerText;
  message: UseImageMessageResult;
  /** Whether no answer is in flight, as of this render. */
  isReady: boolean;
  send: (input: SendInput) => Promise<SendOutcome>;
  waiting: UseQuestionQueueResult | undefined;
  /** Whether images are uploaded when they are sent. They stay in view until they have arrived. */
  isUploading: boolean;
  storageProblem: StorageProblem | undefined;
  longPasteChars: number | false | undefined;
}

/** A question on its way to the server. It has left the composer, and comes back if the server does not accept it. */
export interface QuestionInFlight {
  text: string;
  /** Ids of its images and files that have left the composer with it. */
  ids: ReadonlySet<string>;
  /** Its images and files are back; its text is put in front of what was written since. */
  isRefused?: true;
}

export interface ComposerText {
  /** What is written, without the question in flight. */
  text: string;
  setText: (text: string) => void;
  /** Returns what was typed last, even if not rendered yet. */
  current: () => string;
  inFlight: QuestionInFlight | undefined;
  setInFlight: Dispatch<SetStateAction<QuestionInFlight | undefined>>;
  /** All of the draft: the question in flight, then what was written since. */
  kept: string;
  /** The question that was last sent from the draft, until the server refuses it. */
  question: DraftQuestion | undefined;
  setQuestion: (question: DraftQuestion | undefined) => void;
}

type DraftQuestion = NonNullable<Draft['question']>;

export function useComposerText(): ComposerText {
  const [text, render] = useState('');
  const [question, setQuestion] = useState<DraftQuestion>();
  const typed = useRef('');
  const setText = useCallback((next: string) => {
    typed.current = next;
    render(next);
  }, []);
  const current = useCallback(() => typed.current, []);
  const [inFlight, setInFlight] = useState<QuestionInFlight>();
  const kept = joined(inFlight?.text, text);
  return { text, setText, current, inFlight, setInFlight, kept, question, setQuestion };
}

const NO_REJECTIONS: readonly IntakeRejection[] = [];

function joined(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text.trim() !== '').join('\n\n');
}

/**
 * The draft. What is sent leaves the composer at once, stays stored until the server accepts it, and comes back if it does
 * not.
 */
export function useComposer({
  store,
  queue,
  whole,
  files,
  text: { text, setText, current, inFlight, setInFlight, setQuestion },
  message,
  isReady,
  send,
  waiting,
  isUploading,
  storageProblem,
  longPasteChars,
}: ComposerOptions): ImageChatComposer {
  const [rejections, setRejections] = useState(NO_REJECTIONS);
  const latest = useLatest({ queue, whole, files, message, waiting });
  /** Images and files on their way to the server, or there: that they have left may not have been rendered yet. */
  const takenIds = useRef(new Set<string>());

  const isHere = useCallback(({ id }: { id: string }): boolean => !takenIds.current.has(id), []);

  const addRejections = useCallback(
    (added: readonly IntakeRejection[]) => setRejections((before) => [...before, ...added]),
    [],
  );
  const dismissRejections = useCallback(
    (dismissed?: readonly IntakeRejection[]) =>
      setRejections((before) => without(before, dismissed)),
    [],
  );

  const submit = useCallback(async (): Promise<SendOutcome | undefined> => {
    const { queue: shown, files: attached, message: checked } = latest.current;
    const sentText = current();
    const images = shown.parts.filter(isHere);
    const added = attached.parts.filter(isHere);
    const isEmpty = sentText.trim() === '' && images.length + added.length === 0;
    if (isEmpty || shown.isPreparing || isRefused(checked)) return undefined;
    if (store.getSnapshot().status !== 'ready') return undefined;

    const sentFiles = filesOf(shown);
    const sending = send({ text: sentText, images, files: added });
    const id = lastQuestionOf(store)?.id ?? '';
    setQuestion({ id, isAccepted: false });
    const ids = new Set([...images, ...added].map((part) => part.id));
    const leaving = isUploading ? added : [...images, ...added];
    const own: QuestionInFlight = {
      text: sentText,
      ids: new Set(leaving.map((part) => part.id)),
    };
    for (const partId of ids) takenIds.current.add(partId);
    setInFlight(own);
    setText('');
    // Unless the composer has gone on to the draft of another conversation.
    const settle = (next: QuestionInFlight | undefined): void =>
      setInFlight((now) => (now === own ? next : now));
    const giveBack = (): void => {
      for (const partId of ids) takenIds.current.delete(partId);
      settle({ ...own, isRefused: true });
      setQuestion(undefined);
    };
    const outcome = await sending.catch((error: unknown) => {
      giveBack();
      throw error;
    });
    if (!outcome.accepted) giveBack();
    else {
      setQuestion({ id, isAccepted: true });
      const files = filesOf(latest.current.whole);
      for (const { id } of images) {
        // Marked up while in flight: what was drawn has not been sent.
        const file = files.get(id);
        if (file && file !== sentFiles.get(id)) takenIds.current.delete(id);
        else shown.remove(id);
      }
      attached.remove(...added.map((part) => part.id));
      settle(undefined);
      dismissRejections();
    }
    return outcome;
  }, [
    store,
    send,
    current,
    setText,
    setInFlight,
    setQuestion,
    isHere,
    isUploading,
    latest,
    dismissRejections,
  ]);

  // Later than the mentions in what was written since, whose numbers change with the images that are back.
  useEffect(() => {
    if (!inFlight?.isRefused) return;
    setInFlight(undefined);
    setText(joined(inFlight.text, current()));
  }, [inFlight, setInFlight, setText, current]);

  const enqueue = useCallback((): boolean => {
    const { queue: shown, files: attached, message: checked, waiting: ahead } = latest.current;
    const text = current();
    const images = shown.parts.filter(isHere);
    const added = attached.parts.filter(isHere);
    const isEmpty = text.trim() === '' && images.length + added.length === 0;
    if (!ahead || isEmpty || shown.isPreparing || isRefused(checked)) return false;
    ahead.add({ text, images, files: added });
    setText('');
    for (const { id } of images) shown.remove(id);
    attached.remove(...added.map(({ id }) => id));
    dismissRejections();
    return true;
  }, [current, setText, isHere, latest, dismissRejections]);

  const editWaiting = useCallback(
    (id: string): void => {
      const parts = latest.current.waiting?.take(id)?.message.parts ?? [];
      const words = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
      setText(joined(...words, current()));
      latest.current.queue.addParts(parts.filter((part) => part.type === 'image'));
      latest.current.files.addParts(parts.filter((part) => part.type === 'file'));
    },
    [current, setText, latest],
  );

  const lastQuestion = useCallback((): string => {
    const parts = lastQuestionOf(store)?.parts ?? [];
    return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
  }, [store]);

  const isSendable = message.canSend && !queue.isPreparing;
  const canSend = isReady && isSendable;
  const canQueue = !isReady && isSendable && waiting !== undefined;
  return useMemo(
    () => ({
      text,
      setText,
      queue,
      files,
      ...(longPasteChars !== undefined && { longPasteChars }),
      message,
      rejections,
      addRejections,
      dismissRejections,
      storageProblem,
      lastQuestion,
      ...(waiting && { waiting, enqueue, editWaiting }),
      canQueue,
      canSend,
      submit,
    }),
    [
      text,
      setText,
      queue,
      files,
      longPasteChars,
      message,
      rejections,
      addRejections,
      dismissRejections,
      storageProblem,
      lastQuestion,
      waiting,
      enqueue,
      editWaiting,
      canQueue,
      canSend,
      submit,
    ],
  );
}

function lastQuestionOf(store: ChatStore): ChatMessage | undefined {
  const { entries } = store.getSnapshot();
  return entries.findLast(({ message }) => message.role === 'user')?.message;
}

/** Without the second argument nothing is left. */
export function without(
  rejections: readonly IntakeRejection[],
  dismissed: readonly IntakeRejection[] = rejections,
): readonly IntakeRejection[] {
  const left = rejections.filter((rejection) => !dismissed.includes(rejection));
  return left.length > 0 ? left : NO_REJECTIONS;
}

function filesOf({ items }: UseImageQueueResult): ReadonlyMap<string, Blob> {
  return new Map(items.map(({ id, file }) => [id, file]));
}

function isRefused({ problems }: UseImageMessageResult): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
