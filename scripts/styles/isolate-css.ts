import { RESET } from './reset-css.ts';
import { bannersOf, rewriteCss, topLevelRules } from './walk-css.ts';

/** Weakest first. */
const LAYERS = ['properties', 'theme', 'base', 'components', 'utilities'].map(
  (name) => `image-chat-kit.${name}`,
);

/** Matches everything that is not in a class of a class that nobody has, with the weight of two classes. */
const TWO_CLASSES = ':not(.ick .ick)';

/** Matches everything but an element that nobody has, with the weight of four elements. */
const FOUR_ELEMENTS = ':not(ick ick ick ick)';

/** The roots weigh less than a class, so that one of the app's own can say how large a chat is; all else weighs two. */
function weigh(selectors: string): string {
  if (selectors.startsWith('@')) return selectors;
  return selectors
    .replaceAll(
      /(?<!\)):where\(\s*\[data-ick(-theme)?(\]\))?/g,
      (start, theme?: string, rootEnd?: string) => {
        if (rootEnd !== undefined) return start + FOUR_ELEMENTS;
        return theme === undefined ? TWO_CLASSES + start : start;
      },
    )
    .replaceAll(/(^|,\s*)\.ik\\:/g, '$1[class].ik\\:');
}

/** `rem` would be the page's to change. */
const withoutRem = (declaration: string): string =>
  declaration.replaceAll(/(?<![\w.-])(-?[\d.]+)rem\b/g, 'calc($1*var(--ick-rem))');

/**
 * The stylesheet for any page, whatever its rules name. Layers give way to every rule outside of them, so they are taken out,
 * and each rule of the kit gets more weight than a rule that names elements and their states has.
 */
export function isolateCss(css: string): string {
  const layers = new Map<string, string>();
  const rest: string[] = [];
  for (const { head, body } of topLevelRules(css)) {
    const names = /^@layer\s+([\w\s,.-]+)$/.exec(head)?.[1];
    if (names === undefined) rest.push(body === undefined ? `${head};` : `${head}{${body}}`);
    else if (body !== undefined) layers.set(names.trim(), (layers.get(names.trim()) ?? '') + body);
  }
  const unknown = [...layers.keys()].filter((name) => !LAYERS.includes(name));
  if (unknown.length > 0) throw new Error(`No place is known for the layer ${unknown.join(', ')}.`);
  const [properties = '', ...others] = LAYERS.map((name) => layers.get(name) ?? '');
  const weighed = rewriteCss(others.join('\n'), { head: weigh, declaration: withoutRem });
  return `${bannersOf(css)}${[...rest, properties, minified(RESET), weighed].join('\n')}\n`;
}

const minified = (css: string): string =>
  css
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{},;>]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .trim();
