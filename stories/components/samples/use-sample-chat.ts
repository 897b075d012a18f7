import { useMemo, useState } from 'react';
import { canContinue } from '../../../src/chat/can-continue.js';
import { conversationTotals } from '../../../src/chat/conversation-totals.js';
import type { ChatEntry } from '../../../src/chat/types.js';
import { withRating } from '../../../src/chat/reduce.js';
import { withoutMessages, withVersion } from '../../../src/chat/versions.js';
import type { IntakeRejection } from '../../../src/intake/rejection.js';
import type { RequestTotals } from '../../../src/messages/request-totals.js';
import type { Problem } from '../../../src/messages/types.js';
import type { QueueItem } from '../../../src/queue/types.js';
import type { StorageProblem } from '../../../src/storage/types.js';
import type { UseImageChatResult, ImageChatComposer } from '../../../src/react/types.js';
import { createDemoConnection } from '../../shared/demo-connection.js';
import type { QuestionQueuePause } from '../../../src/chat/question-queue.js';
import { useSampleQueue } from './use-sample-queue.js';

export interface SampleComposer {
  items?: readonly QueueItem[];
  text?: string;
  rejections?: readonly IntakeRejection[];
  problems?: readonly Problem[];
  totals?: RequestTotals;
  storageProblem?: StorageProblem;
  /** Questions that wait for an answer. */
  waiting?: readonly ChatEntry[];
  pause?: QuestionQueuePause;
}

/** A composer that holds what it is given and sends nothing. */
export function useSampleComposer(sample: SampleComposer = {}): ImageChatComposer {
  const { items = [], problems = [], totals, storageProblem, pause } = sample;
  const [waiting, setWaiting] = useState(sample.waiting ?? []);
  const [text, setText] = useState(sample.text ?? '');
  const [rejections, setRejections] = useState(sample.rejections ?? []);
  const queue = useSampleQueue(items);
  const hasContent = text.trim() !== '' || queue.totals.ready > 0;
  const canSend = hasContent && problems.every(({ severity }) => severity !== 'error');
  return {
    text,
    setText,
    queue,
    message: {
      messages: [],
      imageTokens: queue.totals.tokens,
      requestImageTokens: queue.totals.tokens,
      imageBytes: queue.totals.bytes,
      problems,
      canSend,
      ...(totals && { totals }),
    },
    rejections,
    addRejections: (more) => setRejections((before) => [...before, ...more]),
    dismissRejections: () => setRejections([]),
    canSend: canSend && !queue.isPreparing,
    submit: async () => undefined,
    canQueue: canSend && waiting.length > 0,
    ...(sample.waiting && {
      waiting: {
        entries: waiting,
        ...(pause && { pause }),
        add: () => '',
        take(id) {
          setWaiting((before) => before.filter(({ message }) => message.id !== id));
          return waiting.find(({ message }) => message.id === id);
        },
        putBack: (entry, index) => setWaiting((before) => before.toSpliced(index, 0, entry)),
        move: (id, index) =>
          setWaiting((before) => {
            const others = before.filter(({ message }) => message.id !== id);
            const moved = before.filter(({ message }) => message.id === id);
            return others.toSpliced(index, 0, ...moved);
          }),
        sendNext: () => setWaiting((before) => before.slice(1)),
      },
      enqueue: () => false,
      editWaiting: (id) =>
        setWaiting((before) => before.filter(({ message }) => message.id !== id)),
    }),
    ...(storageProblem && { storageProblem }),
  };
}

/** A conversation that stands still, for looking at. Editing and deleting work; nothing is sent. */
export function useSampleChat(
  initialEntries: readonly ChatEntry[],
  sample: SampleComposer = {},
): UseImageChatResult {
  const [entries, setEntries] = useState(initialEntries);
  const [beforeRemoval, setBeforeRemoval] = useState<readonly ChatEntry[]>();
  const connection = useMemo(() => createDemoConnection(), []);
  const composer = useSampleComposer(sample);
  const isUnderWay = entries.some(({ answer }) =>
    answer ? ['waiting', 'streaming'].includes(answer.status) : false,
  );
  return {
    status: isUnderWay ? 'streaming' : 'ready',
    entries,
    usage: { inputTokens: 4200, outputTokens: 420 },
    connection,
    questionOptions: { queue: {}, message: { model: connection.model } },
    composer,
    leftOutIds: new Set(),
    send: async () => ({ accepted: true }),
    stop: () =>
      setEntries((before) =>
        before.map((entry) =>
          entry.answer?.status === 'streaming'
            ? { ...entry, answer: { ...entry.answer, status: 'stopped' } }
            : entry,
        ),
      ),
    tryNow: () => {},
    regenerate: async () => ({ accepted: true }),
    edit: async () => ({ accepted: true }),
    totals: conversationTotals(entries),
    canContinue: entries.slice(-1).some(canContinue),
    continueAnswer: async () => ({ accepted: true }),
    rate: (id, rating) => setEntries((before) => withRating(before, id, rating)),
    showVersion: (id, index) => setEntries((before) => withVersion(before, id, index) ?? before),
    remove(id) {
      setBeforeRemoval(entries);
      setEntries(withoutMessages(entries, new Set([id])));
    },
    ...(beforeRemoval && { beforeRemoval }),
    undoRemove() {
      if (beforeRemoval) setEntries(beforeRemoval);
      setBeforeRemoval(undefined);
    },
    fix: async () => true,
    dismissError: () => {},
  };
}
