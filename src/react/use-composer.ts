import { useCallback, useMemo, useRef, useState } from 'react';
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
  queue: UseImageQueueResult;
  files: UseAttachedFilesResult;
  text: ComposerText;
  message: UseImageMessageResult;
  /** Whether no answer is in flight, as of this render. */
  isReady: boolean;
  send: (input: SendInput) => Promise<SendOutcome>;
  waiting: UseQuestionQueueResult | undefined;
  storageProblem: StorageProblem | undefined;
  longPasteChars: number | false | undefined;
}

export interface ComposerText {
  text: string;
  setText: (text: string) => void;
  /** Returns what was typed last, even if not rendered yet. */
  current: () => string;
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
  return { text, setText, current, question, setQuestion };
}

const NO_REJECTIONS: readonly IntakeRejection[] = [];

/** The draft. It is cleared only once the server has accepted it, and then only what was sent. */
export function useComposer({
  store,
  queue,
  files,
  text: { text, setText, current, setQuestion },
  message,
  isReady,
  send,
  waiting,
  storageProblem,
  longPasteChars,
}: ComposerOptions): ImageChatComposer {
  const [rejections, setRejections] = useState(NO_REJECTIONS);
  const latest = useLatest({ queue, files, message, waiting });
  /** Images accepted by the server whose removal may not have been rendered yet. */
  const takenIds = useRef(new Set<string>());
  /** The question that the server has not accepted: until then it stands in the composer. */
  const unaccepted = useRef<{ text: string; ids: ReadonlySet<string> }>(undefined);

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
    const images = shown.parts.filter(({ id }) => !takenIds.current.has(id));
    const isEmpty = sentText.trim() === '' && images.length === 0 && attached.parts.length === 0;
    if (isEmpty || shown.isPreparing || isRefused(checked)) return undefined;
    if (store.getSnapshot().status !== 'ready') return undefined;

    const sentFiles = filesOf(shown);
    const sending = send({ text: sentText, images, files: attached.parts });
    const id = lastQuestionOf(store)?.id ?? '';
    setQuestion({ id, isAccepted: false });
    unaccepted.current = {
      text: sentText,
      ids: new Set([...images, ...attached.parts].map(({ id: partId }) => partId)),
    };
    const outcome = await sending.finally(() => {
      unaccepted.current = undefined;
    });
    setQuestion(outcome.accepted ? { id, isAccepted: true } : undefined);
    if (outcome.accepted) {
      const files = filesOf(latest.current.queue);
      for (const { id } of images) {
        // Marked up while in flight: what was drawn has not been sent.
        const file = files.get(id);
        if (file && file !== sentFiles.get(id)) continue;
        takenIds.current.add(id);
        shown.remove(id);
      }
      attached.remove(...attached.parts.map(({ id }) => id));
      setText(withoutSent(current(), sentText));
      dismissRejections();
    }
    return outcome;
  }, [store, send, current, setText, setQuestion, latest, dismissRejections]);

  const enqueue = useCallback((): boolean => {
    const { queue: shown, files: attached, message: checked, waiting: ahead } = latest.current;
    const inFlight = unaccepted.current;
    const isNew = ({ id }: { id: string }): boolean =>
      !inFlight?.ids.has(id) && !takenIds.current.has(id);
    const text = inFlight ? withoutSent(current(), inFlight.text) : current();
    const kept = text === current() ? '' : (inFlight?.text ?? '');
    const images = shown.parts.filter(isNew);
    const added = attached.parts.filter(isNew);
    const isEmpty = text.trim() === '' && images.length + added.length === 0;
    if (!ahead || isEmpty || shown.isPreparing || isRefused(checked)) return false;
    ahead.add({ text, images, files: added });
    setText(kept);
    for (const { id } of images) shown.remove(id);
    attached.remove(...added.map(({ id }) => id));
    dismissRejections();
    return true;
  }, [current, setText, latest, dismissRejections]);

  const editWaiting = useCallback(
    (id: string): void => {
      const parts = latest.current.waiting?.take(id)?.message.parts ?? [];
      const words = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
      setText([...words, current()].filter((text) => text.trim() !== '').join('\n\n'));
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

/** Returns what was written behind the text that was sent, or put in front of it as a quote. */
function withoutSent(written: string, sent: string): string {
  if (written.startsWith(sent)) return written.slice(sent.length);
  const isQuoted = written.startsWith('> ') && written.endsWith(`\n\n${sent}`);
  return isQuoted ? written.slice(0, -sent.length) : written;
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
