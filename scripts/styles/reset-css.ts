/** What a page may have set above the kit and which is of use to it there: a hidden panel hides the chat, too. */
const KEPT_FROM_ABOVE = ['visibility', 'pointer-events', 'writing-mode'];

/** Of drawings. Their geometry stands in attributes, which `all: unset` of the page outweighs, and is read from there. */
const DRAWING_TO_INITIAL = [
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
  'mask',
  'clip-path',
  'opacity',
  'min-width',
  'min-height',
  'max-width',
  'max-height',
  'vertical-align',
  'transition',
  'animation',
  'mix-blend-mode',
  'box-sizing',
  'display',
  'content',
];
const DRAWING_TO_INHERIT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-opacity',
  'color',
  'font',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'white-space',
  'text-align',
  'text-indent',
  'text-transform',
  'text-shadow',
  'cursor',
  'visibility',
  'pointer-events',
];

const lengths = (...names: string[]): string =>
  names.map((name) => `${name}: attr(${name} px, 0px);`).join(' ');

/** By the names of elements. A browser without `attr()` of this kind drops these declarations. */
const GEOMETRY = {
  path: 'd: path(attr(d));',
  circle: lengths('cx', 'cy', 'r'),
  rect: `${lengths('x', 'y', 'width', 'height')} rx: attr(rx px, auto); ry: attr(ry px, auto);`,
  '[vector-effect]': 'vector-effect: non-scaling-stroke;',
};

/**
 * Elements of the kit's own, with the weight of two classes. An element that the app put in (a header, a button among the
 * tools) has no class of the kit, and keeps its own looks.
 */
const OWN = [
  `[data-ick] [class*='ik:']`,
  // A root within a root is as weak as the outer one, whose rules it shares.
  `:where([data-ick] [data-ick]):not(ick ick ick ick)`,
  `[data-ick] [data-ick-part]:where(:not([class]), [class='']):where(:not([data-ick]))`,
  `[data-ick] [class*='ik:'] > :where(span, bdi, b, i, small, p, li, details, tr, tbody, option, input, div[id^='Dnd']):where(:not([class]))`,
  `[data-ick] [class*='ik:'] :where(tbody > tr, b > bdi):where(:not([class]))`,
  `[data-ick] [data-ick-part='announcer'] :where(p)`,
  // Math is laid out by attributes, which a reset would outweigh.
  `[data-ick] [data-ick-part='markdown'] :where(:not(svg *, math *))`,
];

const own = (pseudo = ''): string => OWN.map((selector) => selector + pseudo).join(',\n');

/** What rules for elements, anywhere on a page, may have set. */
export const RESET = `
@property --ick-rem { syntax: '<length>'; inherits: true; initial-value: 16px; }
:where([data-ick]:not([data-ick] *)):not(ick ick ick ick) {
  all: initial;
  display: block;
  ${KEPT_FROM_ABOVE.map((name) => `${name}: inherit;`).join(' ')}
  --ick-rem: var(--ick-size, 1em);
}
:host [data-ick]:where(:not([data-ick] *)) { --ick-rem: var(--ick-size, 16px); }
${own()} { all: revert; box-sizing: border-box; }
:where([data-ick]:not([data-ick] *)):not(ick ick ick ick)::before,
:where([data-ick]:not([data-ick] *)):not(ick ick ick ick)::after,
${own('::before')},
${own('::after')} { all: revert; box-sizing: border-box; }
[data-ick] [class*='ik:']::placeholder,
[data-ick] [class*='ik:']::backdrop { all: revert; }
[data-ick] :where(li)[class*='ik:']::marker,
[data-ick] [class*='ik:'] > :where(li)::marker,
[data-ick] [data-ick-part='markdown'] :where(li)::marker {
  content: normal; color: inherit; font-family: inherit; font-size: inherit; font-style: inherit; font-weight: inherit;
}
[data-ick] [hidden] { display: none; }
[data-ick] [draggable='false'] { -webkit-user-drag: none; }
[data-ick] :where(svg)[class*='ik:'] :where(*) {
  ${DRAWING_TO_INITIAL.map((name) => `${name}: initial;`).join(' ')}
  ${DRAWING_TO_INHERIT.map((name) => `${name}: inherit;`).join(' ')}
  transform-origin: 0 0;
}
${Object.entries(GEOMETRY)
  .map(
    ([name, declarations]) =>
      `[data-ick] :where(svg)[class*='ik:'] :where(${name}) { ${declarations} }`,
  )
  .join('\n')}
`;
