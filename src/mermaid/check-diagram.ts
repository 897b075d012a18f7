/**
 * What could load something while a diagram is laid out in the page, or change how it is secured: addresses in styles,
 * images and icons of nodes, HTML other than line breaks, and settings within the diagram.
 */
const UNSAFE = new RegExp(
  [
    String.raw`%%\s*\{`,
    String.raw`^\s*---`,
    String.raw`url\s*\(`,
    '@import',
    'image-set',
    String.raw`\b(?:img|icon|src|href|callback)\b\s*[:=]`,
    String.raw`^\s*(?:click|links?)\s`,
    String.raw`\$\$`,
    String.raw`\\(?!n)`,
    String.raw`<(?!br\s*/?>|\||--?|-\|)\s*[a-z!/]`,
    '&#',
  ].join('|'),
  'im',
);

/** Laying out a larger one would block the page. */
const MAX_CHARACTERS = 20_000;

export type DiagramProblem = 'unsafe' | 'too-large';

export function checkDiagram(source: string): DiagramProblem | undefined {
  if (source.length > MAX_CHARACTERS) return 'too-large';
  return UNSAFE.test(source) ? 'unsafe' : undefined;
}
