import type { Words } from '../../../src/components/index.js';

/** Some of the words in German, as an app would write them. */
export const germanWords: Partial<Words> = {
  locale: 'de',
  number: (value) => value.toLocaleString('de'),
  conversation: 'Unterhaltung',
  composer: 'Nachricht',
  placeholder: 'Frage schreiben',
  send: 'Senden',
  stop: 'Anhalten',
  addImages: 'Bilder hinzufügen',
  dropHint:
    'Bilder hierher ziehen oder einfügen. Sie werden auf diesem Gerät angepasst; Ortsangaben werden entfernt.',
  images: 'Bilder',
  image: (number) => `Bild ${number}`,
  removeImage: (number) => `Bild ${number} entfernen`,
  detailOfImage: (number) => `Genauigkeit von Bild ${number}`,
  waiting: 'wartet …',
  preparing: 'wird angepasst …',
  retry: 'Noch einmal',
  tokens: (tokens) => `${tokens.toLocaleString('de')} Token`,
  imageFailure: () => 'abgeschnitten: ein Teil des Bildes fehlt',
  copy: 'Kopieren',
  askAgain: 'Noch einmal fragen',
  edit: 'Bearbeiten',
  delete: 'Löschen',
  seconds: (seconds) => `${seconds.toLocaleString('de', { maximumFractionDigits: 1 })} s`,
};

/** Some of the words in Arabic. */
export const arabicWords: Partial<Words> = {
  locale: 'ar',
  number: (value) => value.toLocaleString('ar'),
  conversation: 'المحادثة',
  composer: 'رسالة',
  placeholder: 'اكتب سؤالك',
  send: 'إرسال',
  stop: 'إيقاف',
  addImages: 'إضافة صور',
  dropHint: 'أفلت الصور أو ألصقها في أي مكان. تُهيَّأ على هذا الجهاز، وتُحذف بيانات الموقع.',
  images: 'الصور',
  image: (number) => `الصورة ${number.toLocaleString('ar')}`,
  removeImage: (number) => `إزالة الصورة ${number.toLocaleString('ar')}`,
  waiting: 'في الانتظار…',
  preparing: 'جارٍ التهيئة…',
  retry: 'إعادة المحاولة',
  imageFailure: () => 'الملف مقطوع: جزء من الصورة مفقود',
  tokens: (tokens) => `${tokens.toLocaleString('ar')} رمزًا`,
  seconds: (seconds) => `${seconds.toLocaleString('ar', { maximumFractionDigits: 1 })} ثانية`,
};
