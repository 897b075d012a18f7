import type { WaitingWords } from '../english/waiting.js';

export const arabicWaitingWords: WaitingWords = {
  preparingRequest: 'جارٍ إعداد الطلب…',
  nextTry: (duration, wasAsked) =>
    wasAsked
      ? `طلب الخادم الانتظار. المحاولة التالية بعد ${duration}`
      : `تعذّر على الخادم الرد. المحاولة التالية بعد ${duration}`,
  tryNow: 'حاول الآن',
  retryPossibleIn: (duration) => `يمكنك المحاولة مجددًا بعد ${duration}`,
  retryPossibleNow: 'يمكنك المحاولة مجددًا الآن.',
  tryAnyway: 'حاول على أي حال',
};
