import { countIn } from '../count-in.js';
import type { VideoWords } from '../english/video.js';

const images = (count: number): string =>
  countIn('ar', count, {
    zero: 'لا صور',
    one: 'صورة واحدة',
    two: 'صورتان',
    few: '# صور',
    other: '# صورة',
  });

/** Isolates a time, a name or a list of them, which are read from left to right. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

export const arabicVideoWords: VideoWords = {
  framesOf: (name) => `لقطات من ${isolated(name)}`,
  time: 'الوقت',
  addFrame: 'إضافة هذه اللقطة',
  evenCount: 'عدد اللقطات',
  addEvenly: (count) => `إضافة لقطات موزعة بالتساوي: ${images(count)}`,
  addScenes: 'إضافة تغيّرات المشهد',
  searchingScenes: 'جارٍ البحث عن تغيّرات المشهد…',
  stopSearch: 'إيقاف',
  noScenes: 'لم يُعثر على تغيّرات في المشهد. أضف اللقطات التي تقصدها.',
  searchedUntil: (time) => `جرى البحث حتى ${isolated(time)}. ما يليه يستغرق وقتًا طويلًا أو هو تالف.`,
  chosenFrames: 'اللقطات المختارة',
  frameAt: (time) => `لقطة عند ${isolated(time)}`,
  removeFrame: (time) => `إزالة اللقطة عند ${isolated(time)}`,
  mostFrames: (count) => `الحد الأقصى للاختيار: ${images(count)}. أزل بعضها أولًا.`,
  sendAs: 'الإضافة بوصفها',
  asSheet: 'صورة جامعة واحدة',
  tooMany: (room) => `المكان المتاح: ${images(room)}. أزل لقطات، أو أضفها صورةً جامعة.`,
  addSheet: 'إضافة الصورة الجامعة',
  sheetName: 'صورة جامعة',
  frameAlt: (name, time) => `لقطة من ${isolated(name)} عند ${isolated(time)}`,
  sheetAlt: (name, times) =>
    `لقطات من ${isolated(name)} بترتيب القراءة من اليسار، عند ${isolated(times.join(', '))}`,
};
