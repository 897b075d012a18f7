import type { SendingWords } from '../english/sending.js';

export const arabicSendingWords: SendingWords = {
  sentWithChanges: 'أُرسلت مع تغييرات',
  earlierImage: 'صورة سابقة',
  unnamedFile: 'ملف بلا اسم',
  warning: ({ code, message, imageId, fileId }) => {
    switch (code) {
      case 'image-dropped':
        return 'لم تُرسل، لأن هذا المزوّد لا يقبلها بهذا الشكل.';
      case 'file-dropped':
        return 'لم يُرسل، لأن هذا المزوّد لا يقبل ملفات من هذا النوع.';
      case 'detail-dropped':
        return 'أُرسلت من دون تحديد الدقة، لأن هذا الإعداد غير موجود هناك.';
      case 'detail-lowered':
        return 'أُرسلت بدقة «high»، لأن هذا المزوّد لا يعرف الدقة المختارة.';
      case 'role-changed':
        return imageId === undefined && fileId === undefined
          ? 'لم تُرسل التحية التي تسبق السؤال الأول، لأن كثيرًا من المزوّدين يبدؤون بسؤال.'
          : 'أُرسلت مع هذه الرسالة، لأن هذا المزوّد لا يقبل الصور والملفات إلا في الأسئلة.';
      default:
        return message;
    }
  },
};
