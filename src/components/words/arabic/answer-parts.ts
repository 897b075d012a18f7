import { countIn } from '../count-in.js';
import type { AnswerPartsWords } from '../english/answer-parts.js';

export const arabicAnswerPartsWords: AnswerPartsWords = {
  thinking: 'يفكّر…',
  thoughtFor: (duration) => `مدة التفكير: ${duration}`,
  thoughts: 'الأفكار',
  toolState: (state, isRunning) => {
    if (state === 'done') return 'تم';
    if (state === 'failed') return 'فشل';
    return isRunning ? 'قيد التشغيل…' : 'لم تُشغَّل في هذه المحادثة';
  },
  toolArguments: 'المعطيات',
  toolResult: 'النتيجة',
  sources: 'المصادر',
  files: 'الملفات',
  unnamedFile: 'ملف بلا اسم',
  fileAttached: (name) => `أُرفق ${name}`,
  downloadFile: (name) => `تنزيل ${name}`,
  pastedText: (lines) =>
    countIn('ar', lines, {
      one: 'نص ملصق، سطر واحد',
      two: 'نص ملصق، سطران',
      few: 'نص ملصق، # أسطر',
      many: 'نص ملصق، # سطرًا',
      other: 'نص ملصق، # سطر',
    }),
  putIntoMessage: 'نقل إلى الرسالة',
  notShown: 'تعذّر عرض جزء من هذه الرسالة.',
  quote: 'اقتباس',
  readAloud: 'قراءة بصوت عالٍ',
  stopReading: 'إيقاف القراءة',
  readingFailed: 'تعذّرت قراءة الإجابة بصوت عالٍ. حاول مجددًا.',
  codeBlock: (label) => (label === '' ? 'شيفرة برمجية.' : `شيفرة برمجية: ${label}.`),
  formula: 'صيغة رياضية',
  goodAnswer: 'إجابة جيدة',
  badAnswer: 'إجابة سيئة',
  makingImage: 'يجري إنشاء صورة…',
  imageUnfinished: 'لم تكتمل هذه الصورة. هذه آخر معاينة وصلت.',
  noImageMade: 'لم تُنشأ هذه الصورة. حاول مجددًا أو أعد صياغة السؤال.',
  imageUnreachable: 'تعذّر تحميل هذه الصورة.',
  imageBroken: 'تعذّر عرض هذه الصورة: بياناتها تالفة. حاول مجددًا.',
  copyImage: 'نسخ الصورة',
  saveImage: 'حفظ الصورة',
  objectUnfit: 'الإجابة ليست بالشكل المطلوب. نصها في الأسفل.',
  noObject: 'لا تحتوي الإجابة على بيانات كاملة. نصها في الأسفل.',
  yes: 'نعم',
  no: 'لا',
  moreRows: (count) => `عدد الصفوف الأخرى: ${count}. تجدها في النص الذي ينسخه زر النسخ.`,
};
