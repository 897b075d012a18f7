import type { ConnectingWords } from '../english/connecting.js';

export const arabicConnectingWords: ConnectingWords = {
  model: 'النموذج',
  modelsLoading: 'جارٍ تحميل قائمة النماذج…',
  modelsMissing: 'تعذّر تحميل قائمة النماذج، فاكتب اسم النموذج.',
  seesImages: 'يرى الصور',
  textOnly: 'يقرأ النص فقط',
  visionUnknown: 'قد لا يرى الصور',
  takeTyped: (id) => `استخدام «${id}»`,
  key: 'المفتاح',
  useKey: 'استخدام المفتاح',
  checkingKey: 'جارٍ التحقق…',
  keyInUse: 'المفتاح مستخدم',
  replaceKey: 'استبدال',
  removeKey: 'إزالة',
  showKey: 'إظهار المفتاح',
  hideKey: 'إخفاء المفتاح',
  rememberKey: 'تذكّر المفتاح على هذا الجهاز',
  keyHint: (host, isStoreOffered) =>
    [
      host === undefined
        ? 'يُرسل مفتاحك مع أسئلتك ولا يُرسل إلى أي مكان آخر.'
        : `يذهب مفتاحك من هذه الصفحة إلى ${host} ولا يذهب إلى أي مكان آخر.`,
      isStoreOffered ? 'ولا يُحفظ إلا إذا سمحت بذلك.' : 'ولا يُحفظ.',
    ].join(' '),
  notAKey: 'هذا ليس مفتاحًا: فيه مسافات أو رموز خاصة. انسخه مرة أخرى.',
};
