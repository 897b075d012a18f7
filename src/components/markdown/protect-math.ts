/**
 * Shows math as plain text. Markdown would remove the backslash from `\(` and read `a*b*c` as emphasis, so within math
 * every mark is escaped; code, which looks similar, is skipped.
 */
const CODE_OR_MATH = new RegExp(
  [
    String.raw`(\`+)[^\`][\s\S]*?(?<!\`)\1(?!\`)`,
    String.raw`\\\([\s\S]*?\\\)`,
    String.raw`\\\[[\s\S]*?\\\]`,
    String.raw`\$\$[\s\S]*?\$\$`,
    // Prices are not math: "$5 or $6".
    String.raw`\$(?![\s$])[^$\n]{0,200}?(?<![\s\\])\$(?![\d$])`,
  ].join('|'),
  'g',
);

const MARK = /[!-/:-@[-`{-~]/g;

export function protectMath(source: string): string {
  if (!/[\\$]/.test(source) || /^ {0,3}(?:`{3}|~{3})/.test(source)) return source;
  return source.replace(CODE_OR_MATH, (span) =>
    span.startsWith('`') ? span : span.replace(MARK, String.raw`\$&`),
  );
}
