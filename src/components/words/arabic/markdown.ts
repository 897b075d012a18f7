import type { MarkdownWords } from '../english/markdown.js';

export const arabicMarkdownWords: MarkdownWords = {
  wrapLines: 'لفّ الأسطر الطويلة',
  mathFailed: 'تعذّر عرض هذه الصيغة. هذا نصّها المصدري.',
  blockFailed: 'تعذّر عرض هذا الجزء. هذا نصّه المصدري.',
  diagram: 'مخطط',
  showDiagram: 'عرض المخطط',
  showDiagramSource: 'عرض المصدر',
  drawingDiagram: 'جارٍ رسم المخطط…',
  diagramFailed: 'في هذا المخطط خطأ وتعذّر رسمه. هذا نصّه المصدري.',
  diagramUnsafe: 'يحمّل هذا المخطط ملفات أو له إعداداته الخاصة، لذلك لم يُرسم. هذا نصّه المصدري.',
  diagramUnavailable: 'تعذّر رسم المخطط هنا. هذا نصّه المصدري.',
};
