/**
 * Refuses an SVG that would take too long to draw. An `<img>` draws on the page's own thread and cannot be
 * interrupted, and two kilobytes of nested references can keep it busy for hours. So the shapes are counted
 * beforehand, including their repetitions by references.
 */
import { KitError } from '../errors.js';
import { trustedHtml } from '../internal/trusted-types.js';
import { readImageInfoFromBytes } from '../formats/read-info-from-bytes.js';

const MAX_FILE_BYTES = 4 * 1024 * 1024;
/**
 * Number of drawn shapes, including repetitions, each assumed to cover the image: Chromium draws this many
 * within seconds.
 */
const MAX_SHAPES = 20_000;
/** Longer chains of references serve no purpose other than being slow. */
const MAX_DEPTH = 200;
/** A filter step processes every pixel, which takes about as long as this many shapes. */
const SHAPES_PER_FILTER_STEP = 20;
/** A pattern is repeated like tiles. */
const SHAPES_PER_PATTERN = 200;
/** Characters of a path per corner at which a marker may be drawn. */
const CHARACTERS_PER_CORNER = 4;
/** Pixels of all embedded images together. */
const MAX_EMBEDDED_PIXELS = 50_000_000;

/** Filter steps that process an area around each pixel. */
const SLOW_FILTER_STEPS = new Set(
  'feturbulence feconvolvematrix femorphology fediffuselighting fespecularlighting fedisplacementmap feimage fetile'.split(
    ' ',
  ),
);
const ANIMATIONS = new Set(['animate', 'set', 'animatemotion', 'animatetransform']);
/** Elements that only colour what is drawn. */
const GRADIENTS = new Set(['lineargradient', 'radialgradient', 'stop']);
/**
 * Declared encodings that are ASCII compatible. In any other the file could be read differently from what is
 * checked here.
 */
const PLAIN_ENCODINGS = /^(?:utf-?8|us-ascii|iso-8859-\d+|windows-125\d)$/i;

function tooComplex(what: string): KitError {
  return new KitError('unsupported-format', {
    message: `This SVG drawing ${what}, so drawing it here could freeze the page. Export it as PNG, and add that file.`,
    facts: { format: 'image/svg+xml' },
  });
}

/**
 * Checks an SVG before it is drawn.
 *
 * @throws KitError `unsupported-format` for a drawing that takes too long, `damaged` if it is not valid XML
 */
export async function checkSvg(file: Blob): Promise<void> {
  if (file.size > MAX_FILE_BYTES) throw tooComplex('is larger than 4 MB');
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  const encoding = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/.exec(text)?.[1];
  if (encoding !== undefined && !PLAIN_ENCODINGS.test(encoding) && !/^utf-?16/i.test(encoding)) {
    throw tooComplex('is written in an unusual encoding');
  }
  if (/<\?xml-stylesheet/i.test(text)) throw tooComplex('brings stylesheets of its own');
  // Parsing runs no scripts and loads nothing.
  const drawing = new DOMParser().parseFromString(trustedHtml(text), 'image/svg+xml');
  if (drawing.querySelector('parsererror')) {
    throw new KitError('damaged', {
      message:
        'This SVG drawing is damaged: it is not well-formed. Open it in a drawing program, export it as PNG, and add that file.',
      facts: { format: 'image/svg+xml' },
    });
  }
  const shapes = countShapes(drawing);
  if (shapes > MAX_SHAPES) throw tooComplex('repeats its parts too many times');
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/**
 * Returns the number of drawn shapes, including repetitions by references; `Infinity` if it cannot be
 * determined.
 */
function countShapes(drawing: Document): number {
  const elements = [...drawing.querySelectorAll('*')];
  const byId = new Map<string, Element>();
  for (const element of elements)
    if (element.id !== '' && !byId.has(element.id)) byId.set(element.id, element);
  const counts = new Map<Element, number>();
  let embeddedPixels = 0;

  function count(element: Element, depth: number): number {
    const known = counts.get(element);
    if (known !== undefined) return known;
    if (depth > MAX_DEPTH) throw tooComplex('nests its parts too deeply');
    // Reaching the same element before its count is known means that references form a cycle.
    counts.set(element, Infinity);
    let shapes = ownShapes(element);
    for (const child of element.children) shapes += count(child, depth + 1);
    for (const target of references(element))
      shapes += count(target, depth + 1) * repeats(target, element);
    counts.set(element, shapes);
    return shapes;
  }

  function ownShapes(element: Element): number {
    const name = element.localName.toLowerCase();
    if (SLOW_FILTER_STEPS.has(name)) throw tooComplex('uses filters that take long');
    if (ANIMATIONS.has(name) && exchangesParts(element)) {
      throw tooComplex('exchanges its parts while it moves');
    }
    for (const attribute of element.attributes) embeddedPixels += checkAttribute(attribute);
    if (embeddedPixels > MAX_EMBEDDED_PIXELS) throw tooComplex('holds images that are too large');
    if (GRADIENTS.has(name)) return 0;
    return name.startsWith('fe') || hasFilter(element) ? SHAPES_PER_FILTER_STEP : 1;
  }

  const elementsNamed = (names: readonly string[]): Element[] =>
    names.flatMap((name) => byId.get(name) ?? []);

  /**
   * Returns every element that an attribute references with `#`, in any notation. A link within the drawing
   * repeats nothing.
   */
  function references(element: Element): Element[] {
    if (element.localName === 'a') return [];
    return [...element.attributes].flatMap(({ value }) => elementsNamed(namesIn(value)));
  }

  function exchangesParts(element: Element): boolean {
    const holdsData = [...element.attributes].some(({ value }) => /data:/i.test(value));
    return holdsData || references(element).length > 0;
  }

  // A rule may apply to every element.
  let shapesPerElement = 0;
  for (const { localName, textContent } of elements) {
    if (localName.toLowerCase() !== 'style') continue;
    checkStyles(textContent);
    const names = [...textContent.matchAll(URL_NAME)].flatMap(([, name = '']) => withDecoded(name));
    for (const target of elementsNamed(names)) {
      shapesPerElement += count(target, 0) * repeats(target, target);
    }
    if (FILTER_STYLE.test(textContent)) shapesPerElement += SHAPES_PER_FILTER_STEP;
  }
  return count(drawing.documentElement, 0) + shapesPerElement * elements.length;
}

const FILTER_STYLE = /filter\s*:\s*(?!none|url)/i;
const URL_NAME = /url\(\s*["']?\s*#([^)"']+)/gi;
/** Attributes that load what they name. */
const SOURCES = new Set(['href', 'src', 'srcset', 'poster', 'data']);

function hasFilter(element: Element): boolean {
  const attribute = element.getAttribute('filter') ?? '';
  const isFunction = attribute !== '' && !/^\s*(?:none|url)/i.test(attribute);
  return isFunction || FILTER_STYLE.test(element.getAttribute('style') ?? '');
}

/** Refuses escapes and imports, which would hide the content of styles. */
function checkStyles(text: string): void {
  if (/\\|@import/i.test(text)) throw tooComplex('has styles that are written in a roundabout way');
  if (/data:(?!font\/|application\/(?:x-)?font)/i.test(text))
    throw tooComplex('holds another file');
}

/** Returns the pixels of an embedded image. */
function checkAttribute({ name, localName, value }: Attr): number {
  if (SOURCES.has(localName.toLowerCase()))
    return pixelsEmbeddedIn(value.replaceAll(/[\t\n\r]/g, ''));
  const isStyle = !name.includes(':') && !name.startsWith('data-');
  if (isStyle && /\\|url\(\s*["']?\s*data:/i.test(value)) checkStyles(value);
  return 0;
}

function namesIn(text: string): string[] {
  if (!text.includes('#')) return [];
  const within = [...text.matchAll(/#([^\s"')#;,]+)/g)].map(([, name = '']) => name);
  const trimmed = text.trim();
  const whole = trimmed.startsWith('#') ? [trimmed.slice(1)] : [];
  return [...new Set([...within, ...whole].flatMap(withDecoded))];
}

function withDecoded(name: string): string[] {
  try {
    return [name, decodeURIComponent(name)];
  } catch {
    return [name];
  }
}

function repeats(target: Element, user: Element): number {
  const name = target.localName.toLowerCase();
  if (name === 'pattern') return SHAPES_PER_PATTERN;
  if (name !== 'marker') return 1;
  const outline = user.getAttribute('d') ?? user.getAttribute('points') ?? '';
  return Math.max(1, Math.ceil(outline.length / CHARACTERS_PER_CORNER));
}

/** A drawing within the drawing would escape the count, so only raster images may be embedded. */
function pixelsEmbeddedIn(value: string): number {
  if (!/data:/i.test(value)) return 0;
  const data = /^\s*data:image\/(?:png|jpe?g|gif|webp);base64,([a-z\d+/=\s]*)$/i.exec(value);
  if (!data) throw tooComplex('holds another file');
  const bytes = Uint8Array.from(atob(data[1] ?? ''), (letter) => letter.charCodeAt(0));
  const { width, height } = readImageInfoFromBytes(bytes);
  return width * height;
}
