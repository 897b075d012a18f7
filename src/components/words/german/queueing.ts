import type { QuestionQueuePause } from '../../../chat/question-queue.js';
import type { QueueingWords } from '../english/queueing.js';

const reasons: Record<QuestionQueuePause['because'], string> = {
  stopped: 'Angehalten, weil eine Antwort angehalten wurde.',
  failed: 'Angehalten, weil die letzte Antwort unvollständig ist.',
  refused: 'Angehalten, weil die nächste Frage nicht angenommen wurde:',
  restored:
    'Angehalten: Diese Fragen wurden vor dem Neuladen oder in einem anderen Tab geschrieben.',
  elsewhere: 'Angehalten: Die nächste Frage wird oder wurde in einem anderen Tab gesendet.',
};

export const germanQueueingWords: QueueingWords = {
  waitingQuestions: 'Wartende Fragen',
  sentAfterAnswer: 'Wird nach dieser Antwort gesendet',
  questionWaits: (place) =>
    `Ihre Frage wartet auf Platz ${place} und wird nach dieser Antwort gesendet.`,
  paused: (because) => reasons[because],
  sendNext: 'Nächste senden',
  editQuestion: (number) => `Wartende Frage ${number} bearbeiten`,
  moveUp: (number) => `Wartende Frage ${number} nach oben verschieben`,
  moveDown: (number) => `Wartende Frage ${number} nach unten verschieben`,
  removeQuestion: (number) => `Wartende Frage ${number} entfernen`,
  questionRemoved: (number) => `Wartende Frage ${number} entfernt`,
  questionIsBack: (number) => `Wartende Frage ${number} ist wieder da`,
  questionMoved: (from, to) => `Wartende Frage ${from} auf Platz ${to} verschoben`,
};
