import type { QuestionQueuePause } from '../../../chat/question-queue.js';

/** The words for questions that wait for the answer in flight. They load with their list. */
export interface QueueingWords {
  /** Label of the list. */
  waitingQuestions: string;
  /** Above the list, while nothing is paused. */
  sentAfterAnswer: string;
  /** Announces that a question waits, and in which place. */
  questionWaits: (place: number) => string;
  /** Why nothing is sent. `refused` is followed by the reason. */
  paused: (because: QuestionQueuePause['because']) => string;
  sendNext: string;
  editQuestion: (number: number) => string;
  moveUp: (number: number) => string;
  moveDown: (number: number) => string;
  removeQuestion: (number: number) => string;
  questionRemoved: (number: number) => string;
  questionIsBack: (number: number) => string;
  questionMoved: (from: number, to: number) => string;
}

const reasons: Record<QuestionQueuePause['because'], string> = {
  stopped: 'Paused, because an answer was stopped.',
  failed: 'Paused, because the last answer was not completed.',
  refused: 'Paused, because the next question was not accepted:',
  restored: 'Paused: these questions were written before a reload or in another tab.',
  elsewhere: 'Paused: the next question is being sent, or was sent, in another tab.',
};

export const englishQueueingWords: QueueingWords = {
  waitingQuestions: 'Waiting questions',
  sentAfterAnswer: 'Sent after this answer',
  questionWaits: (place) => `Your question waits in place ${place} and is sent after this answer.`,
  paused: (because) => reasons[because],
  sendNext: 'Send next',
  editQuestion: (number) => `Edit waiting question ${number}`,
  moveUp: (number) => `Move waiting question ${number} up`,
  moveDown: (number) => `Move waiting question ${number} down`,
  removeQuestion: (number) => `Remove waiting question ${number}`,
  questionRemoved: (number) => `Waiting question ${number} removed`,
  questionIsBack: (number) => `Waiting question ${number} is back`,
  questionMoved: (from, to) => `Waiting question ${from} moved to place ${to}`,
};
