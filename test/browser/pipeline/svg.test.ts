import { expect, test } from 'vitest';
import { KitError } from '../../../src/errors.js';
import { previewBlob } from '../../../src/queue/preview-blob.js';
import { prepareImage } from '../../../src/pipeline/prepare-image.js';
import { loadFixture } from '../../helpers/load-fixture.js';

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

function svg(inner: string, size = 'width="100" height="100"'): Blob {
  return new Blob([`<svg ${NAMESPACES} ${size}>${inner}</svg>`], { type: 'image/svg+xml' });
}

async function draw(file: Blob) {
  return prepareImage(file, { allowSvg: true }).catch((error: unknown) => error);
}

/** Thirty levels, each of which draws the one below twice. */
function nested(level: (name: string, below: string) => string): string {
  const levels = Array.from({ length: 30 }, (_, at) => level(`g${at + 1}`, `g${at}`));
  return `<g id="g0"><rect width="1" height="1"/></g>${levels.join('')}`;
}

const twice = (name: string, below: string) =>
  `<g id="${name}"><use href="#${below}"/><use href="#${below}"/></g>`;
const pattern = (name: string, below: string, fill = `fill="url(#${below})"`) =>
  `<pattern id="${name}" width="1" height="1"><rect width="1" height="1" ${fill}/></pattern>`;
const patterns = [0, 1, 2, 3].map((at) => pattern(`p${at + 1}`, `p${at}`)).join('');
const inner = `<svg ${NAMESPACES}>${nested(twice)}<use href="#g30"/></svg>`;

test.each([
  ['uses nested thirty times', `${nested(twice)}<use href="#g30"/>`],
  [
    'uses named in other ways',
    `${nested((name, below) => `<g id="${name}"><use xlink:href=" #${below} "/><use xlink:href="#%67${below.slice(1)}"/></g>`)}<use href="#g30"/>`,
  ],
  ['uses nested in definitions', `<defs>${nested(twice)}</defs><use href="#g30"/>`],
  [
    'uses behind entities',
    `<text>x</text>`,
    `<!DOCTYPE svg [<!ENTITY u '${'<use href="#g0"/>'.repeat(100)}'>]><svg ${NAMESPACES} width="9" height="9"><g id="g0"><rect width="9" height="9"/></g>${'<g>&u;&u;&u;</g>'.repeat(100)}</svg>`,
  ],
  ['a use of what it stands in', '<g id="a"><rect width="1" height="1"/><use href="#a"/></g>'],
  ['patterns within patterns', `${patterns}<rect width="100" height="100" fill="url(#p4)"/>`],
  [
    'masks nested thirty times',
    `${nested((name, below) => `<mask id="${name}"><rect width="9" height="9" mask="url(#${below})"/><rect width="9" height="9" style="mask: url('#${below}')"/></mask>`)}<rect width="9" height="9" mask="url(#g30)"/>`,
  ],
  [
    'three thousand blurs',
    `<filter id="f">${'<feGaussianBlur stdDeviation="200"/>'.repeat(3000)}</filter><rect width="9" height="9" filter="url(#f)"/>`,
  ],
  ['turbulence', '<filter id="f"><feTurbulence numOctaves="900"/></filter>'],
  [
    'a filter in a rule for all',
    `<style>rect { filter: blur(99px) }</style>${'<rect width="9" height="9"/>'.repeat(2000)}`,
  ],
  [
    'a pattern in a rule for all',
    `<style>.a { fill: url( '#p1' ) }</style>${pattern('p1', '', '')}${'<rect class="a" width="9" height="9"/>'.repeat(200)}`,
  ],
  ['escaped styles', '<style>.a { f\\69lter: blur(9px) }</style>'],
  ['imported styles', '<style>@import url(data:text/css,*{filter:blur(9px)});</style>'],
  [
    'a marker at each corner',
    `<marker id="m">${'<rect width="9" height="9"/>'.repeat(50)}</marker><path d="${'M0 0L9 9'.repeat(2000)}" marker-mid="url(#m)"/>`,
  ],
  [
    'a drawing within the drawing',
    `<image width="9" height="9" href="data:image/svg+xml;base64,${btoa(inner)}"/>`,
  ],
  [
    'a drawing within its styles',
    `<rect width="9" height="9" style="mask: url(data:image/svg+xml;base64,${btoa(inner)})"/>`,
  ],
  [
    'a drawing that comes by an animation',
    `<image width="9" height="9"><set attributeName="href" to="data:image/svg+xml;base64,${btoa(inner)}"/></image>`,
  ],
  [
    'parts that come by an animation',
    `${nested(twice)}<use><set attributeName="href" to="#g30"/></use>`,
  ],
  ['parts two hundred deep', `${'<g>'.repeat(240)}${'</g>'.repeat(240)}`],
])('%s are refused with what to do', async (_, content, whole?: string) => {
  const file = whole === undefined ? svg(content) : new Blob([whole], { type: 'image/svg+xml' });
  const outcome = await draw(file);
  expect(KitError.is(outcome) && outcome.code).toBe('unsupported-format');
  expect(KitError.is(outcome) && outcome.message).toMatch(
    /could freeze the page\. Export it as PNG/,
  );
});

test('an unusual encoding is refused', async () => {
  const text = `<?xml version="1.0" encoding="ISO-2022-JP"?><svg ${NAMESPACES}></svg>`;
  const outcome = await draw(new Blob([text], { type: 'image/svg+xml' }));
  expect(KitError.is(outcome) && outcome.code).toBe('unsupported-format');
});

test('what is not well-formed is damaged', async () => {
  const outcome = await draw(svg('<g>'));
  expect(KitError.is(outcome) && outcome.code).toBe('damaged');
});

test.each([
  [
    'a logo with clones',
    `<g id="Layer_1"><g id="star"><path d="M0 0h9v9z"/></g>${'<use href="#star" x="9"/>'.repeat(50)}</g>`,
  ],
  [
    'what Illustrator writes',
    `<style>.cls-1{fill:none}.cls-2{clip-path:url(#clip-path)}.cls-3{fill:url(#g)}#Layer_1{opacity:.9}</style><defs><clipPath id="clip-path"><rect class="cls-1" width="90" height="90"/></clipPath><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><g id="Layer_1" class="cls-2">${'<rect class="cls-3" width="9" height="9"/>'.repeat(1000)}</g>`,
  ],
  [
    'what Figma writes',
    `<g filter="url(#s)"><rect width="50" height="50" fill="url(#p)"/></g><defs><filter id="s"><feFlood flood-opacity="0"/><feColorMatrix in="SourceAlpha" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/><feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feBlend in2="BackgroundImageFix"/></filter><pattern id="p" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#i"/></pattern><image id="i" width="2" height="2" xlink:href="PNG"/></defs>`,
  ],
  [
    'a link, a moving colour and a path of the drawing program',
    `<a href="#top"><rect id="top" sodipodi="x" width="9" height="9" fill="#f00"><animate attributeName="fill" values="#f00;#00f" dur="1s"/></rect></a><g data-name="C:\\new" aria-label="Data: 2020"/>`,
  ],
])('%s is drawn', async (_, content) => {
  const bytes = new Uint8Array(await (await loadFixture('quad.png')).arrayBuffer());
  const png = `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
  expect(await draw(svg(content.replace('PNG', png)))).toMatchObject({
    source: { width: 100, height: 100 },
    engine: 'main-thread',
  });
});

test('no drawing is shown in a tray before it is checked', () => {
  expect(previewBlob(svg(''), undefined)).toBeUndefined();
});
