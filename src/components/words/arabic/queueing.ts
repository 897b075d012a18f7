import type { QuestionQueuePause } from '../../../chat/question-queue.js';
import type { QueueingWords } from '../english/queueing.js';

const reasons: Record<QuestionQueuePause['because'], string> = {
  stopped: 'متوقف مؤقتًا، لأن إحدى الإجابات أُوقفت.',
  failed: 'متوقف مؤقتًا، لأن الإجابة الأخيرة لم تكتمل.',
  refused: 'متوقف مؤقتًا، لأن السؤال التالي لم يُقبل:',
  restored: 'متوقف مؤقتًا: كُتبت هذه الأسئلة قبل إعادة التحميل أو في علامة تبويب أخرى.',
  elsewhere: 'متوقف مؤقتًا: السؤال التالي يُرسل أو أُرسل في علامة تبويب أخرى.',
};

export const arabicQueueingWords: QueueingWords = {
  waitingQuestions: 'الأسئلة المنتظرة',
  sentAfterAnswer: 'تُرسل بعد هذه الإجابة',
  questionWaits: (place) => `سؤالك ينتظر في الموضع ${place} ويُرسل بعد هذه الإجابة.`,
  paused: (because) => reasons[because],
  sendNext: 'إرسال التالي',
  editQuestion: (number) => `تحرير السؤال المنتظر ${number}`,
  moveUp: (number) => `نقل السؤال المنتظر ${number} إلى الأعلى`,
  moveDown: (number) => `نقل السؤال المنتظر ${number} إلى الأسفل`,
  removeQuestion: (number) => `إزالة السؤال المنتظر ${number}`,
  questionRemoved: (number) => `أُزيل السؤال المنتظر ${number}`,
  questionIsBack: (number) => `عاد السؤال المنتظر ${number}`,
  questionMoved: (from, to) => `نُقل السؤال المنتظر ${from} إلى الموضع ${to}`,
};
