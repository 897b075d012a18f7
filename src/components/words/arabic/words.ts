import type { ImageDetail } from '../../../models/types.js';
import type { IntakeSource } from '../../../intake/types.js';
import { arabicAddingWords } from './adding.js';
import { arabicChoosingWords } from './choosing.js';
import { arabicPdfWords } from './pdf.js';
import { arabicVideoWords } from './video.js';
import { arabicDescribingWords } from './describing.js';
import { arabicLightboxWords } from './lightbox.js';
import { arabicMarkupWords } from './markup.js';
import { arabicConnectingWords } from './connecting.js';
import { arabicDictationWords } from './dictation.js';
import { arabicPopupWords } from './popup.js';
import { arabicRegistryWords } from './registry.js';
import { arabicQueueingWords } from './queueing.js';
import { arabicSendingWords } from './sending.js';
import { arabicWaitingWords } from './waiting.js';
import { arabicAnswerPartsWords } from './answer-parts.js';
import { arabicMarkdownWords } from './markdown.js';
import { arabicConversationWords } from './conversations.js';
import { arabicRegionWords } from './regions.js';
import { countIn } from '../count-in.js';
import {
  arabicError,
  arabicFailureCaption,
  arabicFix,
  arabicImageFailure,
  arabicProblem,
  arabicRejection,
  arabicStorageProblem,
} from './failures.js';
import type { PrepareNote } from '../../../pipeline/types.js';
import type { Words } from '../types.js';
import { formatNumber } from '../format-number.js';

const number = (value: number): string => formatNumber(value, 'ar');

/** Isolates a number with its unit, as both are written from left to right. */
const isolated = (text: string): string => `\u2066${text}\u2069`;

const images = (count: number): string =>
  countIn('ar', count, {
    zero: 'لا صور',
    one: 'صورة واحدة',
    two: 'صورتان',
    few: '# صور',
    other: '# صورة',
  });

const sourceNames: Partial<Record<IntakeSource, string>> = {
  paste: 'صورة ملصقة',
  drop: 'صورة مُفلتة',
  camera: 'الكاميرا',
  screen: 'لقطة شاشة',
};

const notes: Partial<Record<PrepareNote['code'], string>> = {
  incomplete: 'الملف مقطوع. يُرسل ما هو موجود من الصورة.',
  'first-frame': 'الصورة متحركة. يُرسل إطارها الأول.',
  'detail-lowered': 'أُرسلت بدقة أخرى لأن النموذج لا يعرف الدقة المختارة.',
  'source-gone': 'تعذّرت قراءة الملف مجددًا. يُرسل ما أُعدّ منه سابقًا.',
  enlarged: 'كُبّرت الصورة لأن النموذج لا يقبل أصغر منها.',
  'margin-added': 'أُرسلت مع هامش لأن النماذج ترفض صورة بهذا الضيق.',
  'budget-missed': 'أكبر من المطلوب: تعذّر تصغيرها أكثر.',
  'one-colour':
    'لا يظهر شيء في هذه الصورة: لون الرسم هو لون الخلفية نفسه. احفظها على خلفية بلون آخر ثم أضفها من جديد.',
};

function prepareNote({ code, message, scale, hasOriginal }: PrepareNote): string {
  if (code !== 'small-text' || scale === undefined) return notes[code] ?? message;
  const times = formatNumber(1 / scale, 'ar', { maximumFractionDigits: 1 });
  return `تُرسَل صورة النص هذه مصغَّرة ${times} مرة، وقد لا تُقرأ كلماتها. قصّها إلى أجزاء أو اقتصّها${hasOriginal ? '، أو أرسلها بدقة original' : ''}.`;
}

const noteCaptions: Partial<Record<PrepareNote['code'], string>> = {
  incomplete: 'مقطوعة',
  'first-frame': 'أول إطار',
  'detail-lowered': 'دقة أقل',
  'budget-missed': 'كبيرة جدًا',
  'source-gone': 'الملف مفقود',
  enlarged: 'مكبَّرة',
  'margin-added': 'أضيف هامش',
  'one-colour': 'لا شيء ظاهر',
  'small-text': 'نص صغير',
};

const details: Record<ImageDetail, string> = {
  auto: 'تلقائي',
  low: 'منخفضة',
  high: 'عالية',
  original: 'أصلية',
};

/** The words in Arabic; the direction is the page's, or `dir` of the part. */
export const arabicWords: Words = {
  locale: 'ar',
  number,

  conversation: 'المحادثة',
  you: 'أنت',
  answer: 'الإجابة',
  emptyTitle: 'اسأل عن صورك',
  emptyHint: 'أفلت صورًا أو ألصقها أو اخترها، ثم اكتب سؤالك.',
  jumpToLatest: 'الانتقال إلى الأحدث',

  composer: 'رسالة',
  sendsWhenReady: 'تُرسل فور جاهزية الصور',
  sendsTextAlone: 'تعذّرت قراءة الصور. أرسل مرة أخرى لإرسال النص وحده.',
  questionIsBack: 'تم الإيقاف. عاد سؤالك إلى مربع الكتابة.',
  placeholder: 'اكتب سؤالك',
  send: 'إرسال',
  sendAfterAnswer: 'إرسال بعد هذه الإجابة',
  stop: 'إيقاف',
  addImages: 'إضافة صور',
  uploadImages: 'رفع صور',
  adding: arabicAddingWords,
  choosing: arabicChoosingWords,
  pdf: arabicPdfWords,
  video: arabicVideoWords,
  arriving: 'جارٍ جلب الصور…',
  imageName: ({ number: count, from, extension }) =>
    `${sourceNames[from] ?? 'صورة'} ${count}.${extension}`,
  leftBehind: 'كانت في الحافظة صورة أيضًا.',
  addLeftBehind: 'أضفها',
  dropHere: 'أفلِت الصور هنا',
  dropHint: 'يُغيَّر حجم الصور على هذا الجهاز، وتُحذف بيانات الموقع.',
  dropNow: (count) => (count > 0 ? `أفلت للإضافة: ${images(count)}` : 'أفلت للإضافة'),

  images: 'الصور',
  image: (value) => `الصورة ${number(value)}`,
  removeImage: (value) => `إزالة الصورة ${number(value)}`,
  removeFile: (name) => `إزالة ${name}`,
  unnamedFile: 'صورة بلا اسم',
  notSent: 'لا تُرسل',
  unsent: (count) => `تعذّر تجهيزها ولن تُرسل: ${images(count)}`,
  unsentCaption: (count) => `تعذّر تجهيزها: ${number(count)}`,
  useImage: 'استخدم هذه الصورة',
  remove: 'إزالة',
  sameAs: (value) => `مطابقة للصورة ${number(value)}`,
  sameCaption: (value) => `مثل الصورة ${number(value)}`,
  openImage: (value) => `فتح الصورة ${number(value)}`,
  markUpImage: (value) => `تعديل الصورة ${number(value)}`,
  markup: arabicMarkupWords,
  detailOfImage: (value) => `دقة الصورة ${number(value)}`,
  detail: (detail) => details[detail],
  trayHelp:
    'مفاتيح الأسهم للتنقل، Enter للفتح، Delete للإزالة، Alt مع سهم للنقل، ومفتاح المسافة للرفع.',
  waiting: 'في الانتظار…',
  preparing: 'جارٍ التهيئة…',
  uploading: 'جارٍ الرفع…',
  uploadFailed: 'لم تُرفع',
  retry: 'إعادة المحاولة',
  why: 'لماذا؟',
  imageFailure: arabicImageFailure,
  failureCaption: arabicFailureCaption,
  cutIntoPieces: (count) =>
    countIn('ar', count, {
      two: 'قصّها إلى جزأين',
      few: 'قصّها إلى # أجزاء',
      other: 'قصّها إلى # جزءًا',
    }),
  cropImage: 'اقتصاص',
  sendOriginal: 'إرسال الأصل',
  prepareNote,
  noteCaption: ({ code, message }) => noteCaptions[code] ?? message,
  tokens: (tokens) =>
    countIn('ar', tokens, {
      zero: 'لا رموز',
      one: 'رمز واحد',
      two: 'رمزان',
      few: '# رموز',
      many: '# رمزًا',
      other: '# رمز',
    }),
  saved: (percent) => `−${number(percent)} ٪`,
  sizeChange: (before, after, percent) =>
    percent > 0
      ? `${isolated(before)} ← ${isolated(after)}، وُفّر ${number(percent)} ٪`
      : `${isolated(before)} ← ${isolated(after)}`,
  imageCount: images,
  readyCount: (ready, count) => `${images(count)} · جاهزة: ${number(ready)}`,
  messageTotals: 'هذه الرسالة',
  totalImages: 'الصور في هذه المحادثة',
  totalTokens: 'الرموز (تقديرًا)',
  totalBytes: 'الطلب',
  totalBytesNote: 'المحادثة كلها، والصور كنص',
  totalCost: 'تكلفة الإدخال (تقديرًا)',
  imageBytes: 'الصور',
  ofLimit: (value, limit) => `${isolated(value)} من ${isolated(limit)}`,
  nearLimit: 'قريب مما يقبله النموذج',
  detailOfAll: 'دقة الكل',
  mixedDetails: 'مختلفة',
  removeAll: 'إزالة الكل',
  altText: 'الوصف',
  altTextHint: 'ما تُظهره الصورة؛ يقرؤه النموذج أيضًا',
  mentions: 'صور للإشارة إليها',
  mentionsOffered: (count) => `للإشارة: ${images(count)}`,

  imagesAdded: (count) => `أُضيفت: ${images(count)}`,
  imageRemoved: (value) => `أُزيلت الصورة ${number(value)}`,
  fileRemoved: (name) => `أُزيلت ${name}`,
  fileIsBack: (name) => `عاد ${name}`,
  imagesRemoved: (count) => `أُزيلت: ${images(count)}`,
  imageIsBack: (value) => `عادت الصورة ${number(value)}`,
  imagesAreBack: (count) => `عادت: ${images(count)}`,
  undo: 'تراجع',
  imageMoved: (from, to) => `نُقلت الصورة ${number(from)} إلى الموضع ${number(to)}`,
  imageLifted: (value) =>
    `رُفعت الصورة ${number(value)}. الأسهم تنقلها، ومفتاح المسافة يضعها، وEscape يعيدها.`,
  imageDropped: (value) => `عادت الصورة ${number(value)} إلى مكانها`,
  imageFailed: (name, reason) => `${name}: ${reason}`,
  answerEnded: (status) =>
    status === 'complete'
      ? 'اكتملت الإجابة'
      : status === 'stopped'
        ? 'أُوقفت الإجابة'
        : 'الإجابة غير مكتملة',

  waitingForAnswer: 'النموذج يفكّر…',
  describing: arabicDescribingWords,
  connecting: arabicConnectingWords,
  dictation: arabicDictationWords,
  popup: arabicPopupWords,
  registry: arabicRegistryWords,
  queueing: arabicQueueingWords,
  sending: arabicSendingWords,
  whileWaiting: arabicWaitingWords,
  answerParts: arabicAnswerPartsWords,
  conversations: arabicConversationWords,
  lightbox: arabicLightboxWords,
  regions: arabicRegionWords,
  markdown: arabicMarkdownWords,
  answerState: (status, endReason) => {
    if (status === 'stopped') return 'أوقفتَ هذه الإجابة.';
    if (status !== 'complete' && status !== 'incomplete') return undefined;
    if (endReason === 'length') return 'بلغت الإجابة الحد الأقصى لطول النموذج.';
    if (endReason === 'filtered') return 'قطع مرشّح المحتوى لدى المزوّد هذه الإجابة.';
    return status === 'incomplete' ? 'انقطع الاتصال قبل نهاية الإجابة.' : undefined;
  },
  actions: 'إجراءات',
  copy: 'نسخ',
  copied: 'نُسخ',
  regenerate: 'إعادة التوليد',
  edit: 'تحرير',
  messageRemoved: 'أُزيلت الرسالة',
  continueAnswer: 'متابعة',
  usedSoFar: (tokens) => `الرموز حتى الآن: ${number(tokens)}`,
  estimatedInput: (estimated, counted) =>
    `المدخلات ${number(counted)}، والمقدّر ${number(estimated)}`,
  version: (value, count) => `الإصدار ${number(value)} من ${number(count)}`,
  previousVersion: 'الإصدار السابق',
  nextVersion: 'الإصدار التالي',
  cancel: 'إلغاء',
  seconds: (seconds) =>
    `${formatNumber(seconds, 'ar', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} ث`,

  tryAgain: 'حاول مرة أخرى',
  dismiss: 'إخفاء',
  rejection: arabicRejection,
  notTaken: (count) =>
    countIn('ar', count, {
      zero: 'لم تُرفض ملفات',
      one: 'لم يُقبل ملف واحد',
      two: 'لم يُقبل ملفان',
      few: 'لم تُقبل # ملفات',
      other: 'لم يُقبل # ملفًا',
    }),
  showAll: (count) => `عرض الكل (${number(count)})`,
  showFewer: 'عرض أقل',
  error: arabicError,
  problem: arabicProblem,
  storageProblem: arabicStorageProblem,
  fix: arabicFix,
  imageLeftOut: 'لم تعد تُرسل',

  close: 'إغلاق',
  previous: 'السابق',
  next: 'التالي',
  download: 'تنزيل',
  position: (value, count) => `${number(value)} من ${number(count)}`,
  modelView: 'ما يراه النموذج',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  zoomFit: 'عرض الكل',
  zoomHelp: 'زائد وناقص للتكبير والتصغير، 0 لعرض الكل، الأسهم للتحريك.',
  zoomed: (percent) => `التكبير ${number(percent)} ٪`,
  percent: (percent) => `${number(percent)} ٪`,
  pixels: (width, height) => isolated(`${number(width)} × ${number(height)}`),
  cells: (columns, rows, sidePx) =>
    `${countIn('ar', columns * rows, { one: 'مربع واحد', two: 'مربعان', few: '# مربعات', many: '# مربعًا', other: '# مربع' })} بضلع ${number(sidePx)} بكسل`,
  onePrice: 'سعر واحد مهما كان الحجم',
  original: 'الأصل',
  asSent: 'كما تُرسل',
  originalShare: 'مقدار ما يظهر من الأصل',
  detailLegend: 'الدقة',
  detailSentAs: (detail, sentAs) =>
    detail === sentAs ? details[detail] : `${details[detail]} (${details[sentAs]})`,

  copyCode: 'نسخ الشيفرة',
  task: (isDone) => (isDone ? 'منجزة' : 'مفتوحة'),
  loadImage: 'تحميل',
  remoteImage: (host) => `صورة على ${host}`,
  priceLater: 'يُعرف السعر مع الإجابة',
  linkCount: (count) =>
    countIn('ar', count, {
      zero: 'لا روابط',
      one: 'رابط واحد',
      two: 'رابطان',
      few: '# روابط',
      many: '# رابطًا',
      other: '# رابط',
    }),
  sendLink: 'إرسال الرابط بدلًا من ذلك',
};
