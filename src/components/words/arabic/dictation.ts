import type { DictationFailure } from '../../shared/browser-dictation.js';
import type { DictationWords } from '../english/dictation.js';

const failures: Record<DictationFailure, string> = {
  denied: 'الميكروفون محظور. اسمح به لهذه الصفحة في المتصفح، ثم حاول مجددًا.',
  'no-microphone': 'لم يُعثر على ميكروفون. وصّل واحدًا، ثم حاول مجددًا.',
  unreachable: 'تعذّر التعرف على الكلام، لأن خدمته غير متاحة.',
  'no-language': 'لا يُتعرف هنا على الكلام بهذه اللغة. اكتب سؤالك.',
  failed: 'فشل الإملاء. حاول مجددًا أو اكتب سؤالك.',
};

export const arabicDictationWords: DictationWords = {
  dictate: 'إملاء',
  stopDictating: 'إيقاف الإملاء',
  listening: 'جارٍ الاستماع. مفتاح Escape يوقفه.',
  audioMayLeave: 'قد يتلقى صانع متصفحك الصوت.',
  dictationEnded: 'انتهى الإملاء',
  dictationFailed: (failure) => failures[failure],
};
