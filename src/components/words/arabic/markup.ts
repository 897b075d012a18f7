import type { Thickness } from '../../../markup/sizes.js';
import type { Mark } from '../../../markup/types.js';
import type { MarkColour, Tool } from '../../styled/markup/editor-types.js';
import type { MarkupWords } from '../english/markup.js';

const digits = (value: number): string => value.toLocaleString('ar');

const tools: Record<Tool, string> = {
  select: 'تحديد',
  crop: 'قص',
  pen: 'قلم',
  arrow: 'سهم',
  box: 'إطار',
  text: 'نص',
  redaction: 'حجب',
};

const marks: Record<Mark['type'], string> = {
  pen: 'خط',
  arrow: 'سهم',
  box: 'إطار',
  text: 'نص',
  redaction: 'حجب',
};

const inserts: Partial<Record<Tool, string>> = {
  arrow: 'إضافة سهم',
  box: 'إضافة إطار',
  text: 'إضافة نص',
  redaction: 'إضافة حجب',
};

const colours: Record<MarkColour, string> = {
  red: 'أحمر',
  yellow: 'أصفر',
  green: 'أخضر',
  blue: 'أزرق',
  black: 'أسود',
  white: 'أبيض',
};

const thicknesses: Record<Thickness, string> = { fine: 'رفيع', medium: 'متوسط', bold: 'عريض' };

/** The words of the markup editor, in Arabic. */
export const arabicMarkupWords: MarkupWords = {
  title: 'تعديل الصورة',
  close: 'إغلاق',
  undo: 'تراجع',
  redo: 'إعادة',
  apply: 'تم',
  applying: 'جارٍ الحفظ…',
  revert: 'العودة إلى الأصل',
  opening: 'جارٍ فتح الصورة…',

  tools: 'الأدوات',
  tool: (tool) => tools[tool],
  colours: 'اللون',
  colour: (colour) => colours[colour],
  thicknesses: 'السماكة',
  thickness: (thickness) => thicknesses[thickness],
  ratios: 'الشكل',
  freeRatio: 'حر',
  originalRatio: 'الأصلي',
  turnLeft: 'تدوير إلى اليسار',
  turnRight: 'تدوير إلى اليمين',
  flip: 'قلب',
  insert: (tool) => inserts[tool] ?? '',
  remove: 'إزالة',
  boxText: (number) => `تسمية الإطار ${digits(number)}`,
  text: 'نص',
  newText: 'نص',
  selectHint: 'اضغط على علامة لتحريكها أو تغييرها.',

  image: 'الصورة',
  imageHelp:
    'ينقلك مفتاحا Page Down و Page Up بين العلامات. تحرّك مفاتيح الأسهم ما هو محدد، ومع Shift تغيّر حجمه، ويزيله Delete. الزائد والناقص و 0 للتكبير والتصغير. تختار الحروف أداة: V للتحديد، C للقص، P للقلم، A للسهم، B للإطار، T للنص، R للحجب. ينهي Enter، ويغلق Escape.',
  mark: (type, number) => `${marks[type]} ${digits(number)}`,
  added: (mark) => `أُضيف ${mark}. مفاتيح الأسهم تحرّكه، ومع Shift تغيّر حجمه.`,
  removed: (mark) => `أُزيل ${mark}`,
  selected: (mark, position, count) => `حُدد ${mark}، ${digits(position)} من ${digits(count)}`,
  moved: (xPercent, yPercent) => `${digits(xPercent)}٪ من اليسار، ${digits(yPercent)}٪ من الأعلى`,
  resized: (widthPx, heightPx) => `${digits(widthPx)} في ${digits(heightPx)} بكسل`,
  cropped: (widthPx, heightPx) => `قُصت إلى ${digits(widthPx)} في ${digits(heightPx)} بكسل`,
  turned: 'تم التدوير',
  flipped: 'تم القلب',
  undone: 'تم التراجع',
  redone: 'تمت الإعادة',
  imageChanged: (imageNumber) => `تم تغيير الصورة ${digits(imageNumber)}`,
  imageReverted: (imageNumber) => `عادت الصورة ${digits(imageNumber)} إلى الأصل`,

  discardTitle: 'هل تريد تجاهل التغييرات؟',
  discardHint: 'سيضيع ما فعلته بهذه الصورة.',
  keepEditing: 'متابعة التعديل',
  discard: 'تجاهل',
};
