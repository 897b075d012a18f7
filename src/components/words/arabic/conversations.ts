import type { ConversationWords } from '../english/conversations.js';

export const arabicConversationWords: ConversationWords = {
  conversations: 'المحادثات',
  newConversation: 'محادثة جديدة',
  search: 'البحث في المحادثات',
  nothingFound: 'لم يُعثر على محادثة. ابحث عن كلمة أخرى.',
  noneYet: 'تظهر المحادثات هنا بعد إرسال سؤال.',
  untitled: 'بلا عنوان',
  today: 'اليوم',
  yesterday: 'أمس',
  rename: 'إعادة التسمية',
  remove: 'حذف',
  actionsOf: (title) => `إجراءات ${title}`,
  titleOf: (title) => `عنوان ${title}`,
  save: 'حفظ',
  cancel: 'إلغاء',
  removed: (title) => `حُذفت «${title}».`,
  undo: 'تراجع',
  failed: 'تعذّر الوصول إلى المحادثات. لم يتغيّر شيء.',
  tryAgain: 'إعادة المحاولة',
  importFile: 'استيراد محادثة',
  downloadAs: (format) => `تنزيل بصيغة ${formatNames[format]}`,
  importProblem: (code) => {
    if (code === 'newer-version')
      return 'صدّرت نسخة أحدث من هذه الصفحة تلك المحادثة. أعد تحميل الصفحة ثم استوردها مرة أخرى.';
    if (code === 'incomplete') return 'تعذّرت قراءة أجزاء من الملف. استُورد الباقي.';
    return 'هذا الملف ليس محادثة صُدّرت من هنا. اختر ملفًا آخر.';
  },
};

const formatNames = { json: 'JSON', markdown: 'Markdown', html: 'HTML' };
