import type { WaitingWords } from '../english/waiting.js';

export const germanWaitingWords: WaitingWords = {
  preparingRequest: 'Die Anfrage wird vorbereitet …',
  nextTry: (duration, wasAsked) =>
    wasAsked
      ? `Der Server bittet zu warten. Nächster Versuch in ${duration}`
      : `Der Server konnte nicht antworten. Nächster Versuch in ${duration}`,
  tryNow: 'Jetzt versuchen',
  retryPossibleIn: (duration) => `Ein neuer Versuch ist möglich in ${duration}`,
  retryPossibleNow: 'Ein neuer Versuch ist jetzt möglich.',
  tryAnyway: 'Trotzdem versuchen',
};
