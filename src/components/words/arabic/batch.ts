import type { BatchResult } from '../../../batch/types.js';
import type { BatchWords } from '../english/batch.js';
import { countIn } from '../count-in.js';
import { arabicError } from './failures.js';
import { formatNumber } from '../format-number.js';

const number = (value: number): string => formatNumber(value, 'ar');

const images = (count: number): string =>
  countIn('ar', count, {
    zero: 'لا صور',
    one: 'صورة واحدة',
    two: 'صورتان',
    few: '# صور',
    other: '# صورة',
  });

const answers = (count: number): string =>
  countIn('ar', count, {
    zero: 'لا إجابات',
    one: 'إجابة واحدة',
    two: 'إجابتان',
    few: '# إجابات',
    other: '# إجابة',
  });

const states: Record<BatchResult['status'], string> = {
  succeeded: 'أُجيب عنها',
  failed: 'فشلت',
  expired: 'لم تُنجز في الوقت',
  cancelled: 'أُلغيت',
  missing: 'لم تصل إجابة',
  unreadable: 'غير مقروءة',
};

/** The batch panel in Arabic. */
export const arabicBatchWords: BatchWords = {
  title: 'سؤال واحد وصور كثيرة',
  intro: 'تُهيَّأ كل صورة على هذا الجهاز ويُطرح عليها السؤال نفسه. تصل الإجابات خلال يوم.',
  chooseImages: 'اختيار صور',
  chooseFolder: 'اختيار مجلد',
  dropHint: 'أفلت صورًا أو مجلدًا كاملًا هنا',
  images,
  clear: 'إفراغ',
  question: 'السؤال',
  questionHint: 'ماذا تريد أن تعرف عن كل صورة؟',
  write: (count) => (count === 0 ? 'تحضير الصور' : `تحضير: ${images(count)}`),
  writing: (done, total) =>
    `جارٍ تهيئة الصورة ${number(Math.min(done + 1, total))} من ${number(total)}…`,
  stop: 'إيقاف',
  files: 'ملفات الدفعة',
  requests: (count) =>
    countIn('ar', count, {
      zero: 'لا طلبات',
      one: 'طلب واحد',
      two: 'طلبان',
      few: '# طلبات',
      many: '# طلبًا',
      other: '# طلب',
    }),
  downloadFile: (name) => `تنزيل ${name}`,
  leftOut: (count) => `تُركت: ${images(count)}`,
  submit: (files) =>
    countIn('ar', files, {
      one: 'إرسال الدفعة',
      two: 'إرسال دفعتين',
      few: 'إرسال # دفعات',
      other: 'إرسال # دفعة',
    }),
  submitHint: 'أو نزّل الملفات وأرسلها بنفسك.',
  submitting: 'جارٍ التسليم…',
  running: (done, total) => `أُجيب عن ${number(done)} من ${number(total)}`,
  runningHint: 'يمكنك إغلاق هذه الصفحة: يستمر العمل، وتجده هنا عند عودتك.',
  runningHintWithoutReload: 'أبقِ هذه الصفحة مفتوحة حتى تصل الإجابات.',
  cancel: 'إلغاء الدفعة',
  ended: (completed, failed) =>
    failed === 0 ? answers(completed) : `${answers(completed)}، و${number(failed)} بلا إجابة`,
  failed: 'لم يتمكن المزوّد من معالجة هذه الدفعة.',
  readingResults: 'جارٍ جلب الإجابات…',
  answers: 'الإجابات',
  image: 'الصورة',
  answer: 'الإجابة',
  objectUnfit: 'لا تحتوي الإجابة على الحقول المطلوبة. نصها:',
  noObject: 'لا تحتوي الإجابة على بيانات كاملة. نصها:',
  tokens: 'الرموز',
  downloadCsv: 'تنزيل CSV',
  downloadJsonl: 'تنزيل JSONL',
  showMore: (count) => `عرض ${number(count)} أخرى`,
  showAll: 'عرض الكل',
  showLess: 'عرض أقل',
  resultState: (status) => states[status],
  startOver: 'البدء من جديد',
  tryAgain: 'حاول مرة أخرى',
  error: arabicError,
};
