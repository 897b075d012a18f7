import type { AddingWords } from '../english/adding.js';

export const arabicAddingWords: AddingWords = {
  folder: 'رفع مجلد',
  camera: 'تصوير صورة',
  screen: 'أخذ لقطة شاشة',
  clipboard: 'لصق من الحافظة',
  link: 'إضافة من رابط',

  cameraStarting: 'جارٍ تشغيل الكاميرا…',
  takePhoto: 'التقاط صورة',
  switchCamera: 'تبديل الكاميرا',
  photo: 'الصورة التي التقطتها',
  retakePhoto: 'التقاط أخرى',
  keepPhoto: 'استخدام الصورة',
  choosePhoto: 'اختيار صورة',

  linkAddress: 'رابط صورة',
  linkHint: 'تُنسخ الصورة إلى هذا الجهاز. لا تسمح كل المواقع بذلك.',
  linkLoading: 'جارٍ جلب الصورة…',
  linkInstead:
    'يمكن إرسالها رابطًا بدلًا من ذلك، فيجلبها المزوّد بنفسه؛ لذا يجب أن تكون متاحة على الإنترنت.',
  addLink: 'إضافة',
};
