export interface CssVisitor {
  /** What stands before a brace: selectors, or an at-rule with its condition. */
  head?: (text: string) => string;
  /** A property with its value, or a statement. */
  declaration?: (text: string) => string;
}

const same = (text: string): string => text;

const COMMENT = /\/\*[^]*?\*\//g;

/** Rewrites heads and declarations of a stylesheet at any depth. Comments are dropped; text in quotes may hold no braces. */
export function rewriteCss(css: string, { head = same, declaration = same }: CssVisitor): string {
  return css
    .replaceAll(COMMENT, '')
    .replaceAll(/([^{};]*)([{};])/g, (_, text: string, end: string) =>
      end === '{' ? `${head(text.trim())}{` : `${declaration(text.trim())}${end}`,
    );
}

export interface Rule {
  head: string;
  /** None for a statement. */
  body?: string;
}

/** Rules and statements of a stylesheet, one level deep. */
export function topLevelRules(css: string): Rule[] {
  const text = css.replaceAll(COMMENT, '');
  const rules: Rule[] = [];
  let depth = 0;
  let start = 0;
  let head = '';
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === '{') {
      if (depth === 0) {
        head = text.slice(start, index).trim();
        start = index + 1;
      }
      depth += 1;
    } else if (letter === '}') {
      depth -= 1;
      if (depth === 0) {
        rules.push({ head, body: text.slice(start, index) });
        start = index + 1;
      }
    } else if (letter === ';' && depth === 0) {
      rules.push({ head: text.slice(start, index).trim() });
      start = index + 1;
    }
  }
  return rules;
}

/** Licence banners, which stay in whatever is made of a stylesheet. */
export const bannersOf = (css: string): string =>
  (css.match(/\/\*![^]*?\*\//g) ?? []).map((banner) => `${banner}\n`).join('');
