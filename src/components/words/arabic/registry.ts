import type { RegistryWords } from '../english/registry.js';

export const arabicRegistryWords: RegistryWords = {
  commands: 'الأوامر',
  mentions: 'الإشارات',
  itemsOffered: (count) => `عدد الاقتراحات: ${count}. اختر بمفاتيح الأسهم.`,
  searchFailed: 'تعذّر تحميل الاقتراحات. تابع الكتابة للمحاولة مجددًا.',
};
