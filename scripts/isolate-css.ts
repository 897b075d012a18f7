/** Weakest first. */
const LAYERS = ['properties', 'theme', 'base', 'components', 'utilities'];

/** Of pictures, which keep what their attributes say: all else would take it from them. */
const TO_INITIAL = [
  'margin',
  'padding',
  'border',
  'outline',
  'background',
  'box-shadow',
  'float',
  'position',
  'inset',
  'transform',
  'filter',
  'opacity',
  'border-radius',
  'min-width',
  'min-height',
  'max-width',
  'max-height',
  'vertical-align',
];
const TO_INHERIT = [
  'color',
  'font',
  'letter-spacing',
  'word-spacing',
  'text-transform',
  'text-shadow',
  'cursor',
  'visibility',
];

/** What rules for elements, anywhere on a page, may have set. */
const RESET = `
[data-ick], [data-ick] :where(:not(svg, svg *, img, canvas)) { all: revert; box-sizing: border-box; }
[data-ick] :where([hidden]) { display: none; }
[data-ick] :where(svg, img, canvas) {
${TO_INITIAL.map((name) => `${name}: initial;`).join(' ')}
${TO_INHERIT.map((name) => `${name}: inherit;`).join(' ')}
}
[data-ick] {
  letter-spacing: normal; word-spacing: normal; text-transform: none; text-indent: 0; text-shadow: none; font-style: normal;
  font-weight: 400; font-variant: normal; white-space: normal; list-style: disc; cursor: auto; quotes: auto; hyphens: manual;
}
`;

/**
 * The stylesheet for a page whose own rules name elements, as `button { … }` does. Layers give way to every rule outside of
 * them, so they are taken out, and each rule of the kit gets the weight of one class.
 */
export function isolateCss(css: string): string {
  const layers = new Map<string, string>();
  const rest: string[] = [];
  for (const { head, body } of topLevelRules(css)) {
    const names = /^@layer\s+([\w\s,-]+)$/.exec(head)?.[1];
    if (names === undefined) rest.push(body === undefined ? `${head};` : `${head}{${body}}`);
    else if (body !== undefined) layers.set(names.trim(), (layers.get(names.trim()) ?? '') + body);
  }
  const unknown = [...layers.keys()].filter((name) => !LAYERS.includes(name));
  if (unknown.length > 0) throw new Error(`No place is known for the layer ${unknown.join(', ')}.`);
  const [properties, theme, base, components, utilities] = LAYERS.map(
    (name) => layers.get(name) ?? '',
  );
  const weighed = [theme, base, components].map((rules = '') =>
    rules.replaceAll(':where([data-ick', ':is([data-ick'),
  );
  return [...rest, properties, RESET, ...weighed, utilities].join('\n');
}

interface Rule {
  head: string;
  body?: string;
}

/** Rules and statements of a stylesheet, one level deep. Text in quotes may hold no braces. */
function topLevelRules(css: string): Rule[] {
  const text = css.replaceAll(/\/\*[^]*?\*\//g, '');
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
