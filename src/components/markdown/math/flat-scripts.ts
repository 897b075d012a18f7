const MATHML = 'http://www.w3.org/1998/Math/MathML';
/** In a font with the measures of math, an index reaches further below its letter, in em. */
const LEAST_DROP_EM = 0.2;

/** By font families: whether an index stands on the line of its letter. */
const known = new Map<string, boolean>();

/**
 * Marks a formula with `data-flat` if its font has no measures of math, for a stylesheet that moves indices and exponents:
 * Chromium leaves them on the line, or far above it.
 */
export function markFlatScripts(formula: HTMLElement | null): void {
  const math = formula?.querySelector('math');
  if (!formula || !math) return;
  const { fontFamily, fontSize } = getComputedStyle(math);
  const isFlat = known.get(fontFamily) ?? measure(formula, Number.parseFloat(fontSize));
  if (isFlat === undefined) return;
  known.set(fontFamily, isFlat);
  formula.toggleAttribute('data-flat', isFlat);
}

function create(name: string, ...content: (Node | string)[]): Element {
  const element = document.createElementNS(MATHML, name);
  element.append(...content);
  return element;
}

/** Returns `undefined` where nothing is laid out. */
function measure(formula: HTMLElement, fontSizePx: number): boolean | undefined {
  const letter = create('mi', 'x');
  const index = create('mn', '1');
  const probe = create('math', create('msub', letter, index));
  formula.append(probe);
  const [base, drop] = [letter, index].map((element) => element.getBoundingClientRect());
  probe.remove();
  if (!base || !drop || base.height === 0) return undefined;
  return drop.bottom - base.bottom < LEAST_DROP_EM * fontSizePx;
}
