import { expect } from 'vitest';
import { readFence } from '../../src/components/markdown/code/read-fence.js';
import { readTokenHtml } from '../../src/components/markdown/code/read-token-html.js';
import { markMath, splitMath } from '../../src/components/markdown/math/mark-math.js';
import {
  blockSource,
  createSplitter,
  findDefinitions,
} from '../../src/components/markdown/split-blocks.js';
import { addressesOf } from '../../src/intake/addresses-of.js';
import { dataUrlsIn } from '../../src/intake/data-url-in.js';
import { decodeDataUrl } from '../../src/intake/decode-data-url.js';
import { readHtml } from '../../src/intake/html-images.js';
import { readDataUrl } from '../../src/internal/data-url.js';
import { decodeText } from '../../src/internal/decode-text.js';
import { checkDiagram } from '../../src/mermaid/check-diagram.js';
import { checkImageLink } from '../../src/messages/check-image-link.js';
import { nameMentions, splitMentions } from '../../src/messages/mentions.js';
import { findRules } from '../../src/models/find-rules.js';
import { readPartialJson } from '../../src/objects/read-partial-json.js';
import { readRegions } from '../../src/regions/read-regions.js';
import { joinUrl } from '../../src/transport/join-url.js';
import { readRetryAfterMs } from '../../src/transport/retry-delay.js';
import { classifyFailure } from '../../src/wire/classify-failure.js';
import { imageFromUrl } from '../../src/wire/image-from-url.js';
import { createThoughtSplitter } from '../../src/wire/split-thoughts.js';
import type { ChatEvent } from '../../src/wire/types.js';
import { allWireFormats } from '../helpers/all-wire-formats.js';
import { bytesOf, json, textOf, type Parser } from './types.js';

const MARKDOWN = [
  '# Title\n\n',
  '- item\n',
  '1. one\n',
  '> quote\n',
  '```js\n',
  '```\n',
  '~~~\n',
  '| a | b |\n',

  '| - | - |\n',
  '$$',
  '$x^2$',
  '\\(',
  '\\)',
  '\\[',
  '**',
  '_',
  '`',
  '[a](',
  'https://a.example)',
  '[a]: https://a.example\n',
  '\n',
  '\n\n',
  '    code\n',
  '<b>',
  '![',
  '&amp;',
  'word ',
];
const HTML = [
  '<img src="',
  '">',
  '<img',
  ' src=',
  ' srcset="a.png 2x, b.png"',
  ' data-src=',
  '<!--',
  '-->',
  '<style>',
  '</style>',
  '<picture>',
  '<source',
  '&amp;',
  '&#x',
  ';',
  "'",
  '"',
  '=',
  '>',
  '<',
];
const URLS = [
  'data:',
  'image/png',
  ';base64,',
  'iVBORw0KGgo',
  '%',
  '%4',
  '%41',
  '==',
  '\n',
  '"',
  "'",
  '`',

  'https://',
  'a.example',
  '/v1',
  '?a=b',
  '#',
  '[::1]',
  '127.0.0.1',
  ':99999',
  '@',
  '\\/',
  '(',
  ')',
];
const REGIONS = [
  '{"box_2d":',
  '[1,2,3,4]',
  ',"label":"cat"}',
  '[',
  ']',
  '{',
  '}',
  ',',
  '1e999',
  '-1',
  '"',
  "'",

  '<box>',
  '</box>',
  '<|box_start|>',
  '(1,2)',
  '<loc0001>',
  '<point x="1" y="2">',
  '```json\n',
  '\n',
];

const letters = (text: string): string => text.replace(/\s/g, '');
const isWithin = (value: number): boolean => value >= 0 && value <= 1;

const textIn = (some: readonly ChatEvent[], type: ChatEvent['type']): string =>
  some.map((event) => (event.type === type && 'text' in event ? event.text : '')).join('');

/** The thoughts and the text of an answer that comes in these pieces. */
function splitThoughts(...pieces: readonly string[]): { thoughts: string; text: string } {
  const splitter = createThoughtSplitter();
  const events = pieces.flatMap((text) => splitter.split({ type: 'text-delta', text }));
  const all = [...events, ...splitter.flush()];
  const start = all.findIndex(({ type }) => type === 'text-was-reasoning') + 1;
  const early = textIn(all.slice(0, start), 'text-delta');
  return {
    thoughts: early + textIn(all, 'reasoning-delta'),
    text: textIn(all.slice(start), 'text-delta'),
  };
}

export const textParsers: readonly Parser[] = [
  {
    name: 'partial JSON',
    seeds: json({ a: [1, -2.5e3, 'x\n\u00e4', null, true], b: { c: {} } }, [[[]]], 'text'),
    words: [
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      '\\u',
      '\\ud83d',
      ':',
      ',',
      '1',
      'e',
      '-',
      'tru',
      'null',
    ],
    read(bytes) {
      const text = textOf(bytes);
      const value = readPartialJson(text);
      try {
        // A space ends a number, which might go on.
        expect(readPartialJson(`${text} `)).toEqual(JSON.parse(text));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        structuredClone(value);
      }
    },
  },
  {
    name: 'regions',
    seeds: [
      ...json([{ box_2d: [100, 200, 300, 400], label: 'cat' }], { point: [1, 2] }),
      bytesOf(
        'A cat <|box_start|>(10,20),(30,40)<|box_end|> and <loc0100><loc0200><loc0300><loc0400> dog',
      ),
    ],
    words: REGIONS,
    read(bytes) {
      const images = [{ id: 'a', width: 640, height: 480 }, undefined];
      const text = textOf(bytes);
      for (const { shape, range } of readRegions(text, { images }).regions) {
        expect(range.start >= 0 && range.start <= range.end && range.end <= text.length).toBe(true);
        if (shape.kind === 'point') expect(isWithin(shape.x) && isWithin(shape.y)).toBe(true);
        if (shape.kind === 'box') {
          expect(isWithin(shape.x) && isWithin(shape.y + shape.height)).toBe(true);
        }
      }
    },
  },
  {
    name: 'markdown',
    seeds: [
      bytesOf(MARKDOWN.join('')),
      bytesOf(`${'A word. '.repeat(60)}\n\n${MARKDOWN.join('\n')}`),
    ],
    words: MARKDOWN,
    read(bytes) {
      const text = textOf(bytes);
      const blocks = createSplitter()(text);
      // Blank lines between blocks belong to none.
      expect(letters(blocks.map((block) => block.text).join(''))).toBe(letters(text));
      const growing = createSplitter();
      for (let end = 0; end < text.length; end += 1 + Math.floor(text.length / 5)) {
        growing(text.slice(0, end));
      }
      expect(growing(text)).toEqual(blocks);
      const definitions = findDefinitions(text);
      for (const block of blocks.slice(0, 20)) {
        expect(blockSource(block, definitions, true)).toBeTypeOf('string');
        expect(readFence(block.text).text.length).toBeLessThanOrEqual(block.text.length);
      }
    },
  },
  {
    name: 'math',
    seeds: [bytesOf('Let $x^2$ and \\(a*b\\) be\n$$\n\\frac{1}{2}\n$$\nfor $5 or $6, `$x$`, \\$.')],
    words: MARKDOWN,
    read(bytes) {
      // The marks are characters for private use, and the longest block is shorter.
      const text = textOf(bytes)
        .replace(/[\ue000-\uf8ff]/g, '')
        .slice(0, 40_000);
      for (const isOpen of [false, true]) {
        for (const piece of splitMath(markMath(text, isOpen))) {
          expect(typeof piece === 'string' ? piece : piece.source).not.toMatch(/[\ue000-\uf8ff]/);
        }
      }
    },
  },
  {
    name: 'coloured code',
    seeds: [
      bytesOf(
        '<span class="hljs-keyword">let</span> a = <span class="hljs-string">&quot;x&quot;</span>',
      ),
    ],
    words: ['<span class="hljs-', '">', '</span>', '&amp;', '&lt;', '<', '\n'],
    read: (bytes) =>
      readTokenHtml(textOf(bytes)).map(({ text }) => expect(text).toBeTypeOf('string')),
  },
  {
    name: 'diagram',
    seeds: [bytesOf('flowchart LR\n  A[Drop] --> B{Fits?}\n  style A fill:#f9f')],
    words: ['%%{init:', '}%%', 'url(', '@{', '---\n', '<img', '&#', '\\75', '\n', '-->'],
    read: (bytes) =>
      expect([undefined, 'unsafe', 'too-large']).toContain(checkDiagram(textOf(bytes))),
  },
  {
    name: 'html',
    seeds: [
      bytesOf(
        '<p>x</p><picture><source srcset="a.avif 800w"><img src="a.jpg" data-src=b></picture>',
      ),
    ],
    words: HTML,
    read(bytes) {
      const { images, text } = readHtml(textOf(bytes));
      for (const image of images)
        expect(addressesOf(image, 'https://a.example/')).not.toContain('');
      expect(text).toBe(text.trim());
    },
  },
  {
    name: 'data URL',
    seeds: [
      bytesOf('data:image/png;base64,iVBORw0KGgo='),
      bytesOf('![a](data:image/png,%89PNG "x")'),
    ],
    words: URLS,
    refuses: true,
    async read(bytes) {
      const text = textOf(bytes);
      for (const url of dataUrlsIn(text)) expect(url).toMatch(/^data:/i);
      expect(readDataUrl(text)?.body ?? '').toBeTypeOf('string');
      expect(imageFromUrl(text).mediaType).toBeTypeOf('string');
      const { size } = await decodeDataUrl(text, { limits: { maxBytes: 1_000_000 } });
      expect(size).toBeLessThanOrEqual(Math.max(1_000_000, text.length * 3));
    },
  },
  {
    name: 'address',
    seeds: [
      bytesOf('https://a.example/v1/chat?api-version=1#x'),
      bytesOf('http://[::1]:11434/api'),
    ],
    words: URLS,
    read(bytes) {
      const url = textOf(bytes);
      expect(joinUrl(url, '/v1/messages')).toBeTypeOf('string');
      const problem = checkImageLink(url, { model: 'gpt-4o' });
      expect(problem?.message ?? 'fine').not.toBe('');
      expect(findRules(url).family).not.toBe('');
    },
  },
  {
    name: 'mentions',
    seeds: [bytesOf('Compare @image1 with @image22, not a@image1.example')],
    words: ['@image', '@', '1', '22', '0', ' ', '(', '\n'],
    read(bytes) {
      const text = textOf(bytes);
      expect(
        splitMentions(text, 3)
          .map((piece) => (typeof piece === 'number' ? '' : piece))
          .join('').length,
      ).toBeLessThanOrEqual(text.length);
      expect(nameMentions(text, 0)).toBe(text);
    },
  },
  {
    name: 'refusal',
    seeds: json(
      { error: { message: 'Invalid image size: 8x8. Minimum is 10x10', code: 'invalid_image' } },
      {
        error:
          'messages.0.content.1.image.source.base64: image exceeds 5 MB maximum: 6000000 bytes',
      },
      { detail: [{ loc: ['body', 'messages', 0], msg: 'field required' }] },
      [{ error: { code: 429, status: 'RESOURCE_EXHAUSTED', details: [{ retryDelay: '3.5s' }] } }],
    ),
    words: [
      '"error"',
      '"message"',
      'retry after ',
      '3 seconds',
      'image',
      '[0]',
      '.',
      '10',
      'too large',
    ],
    read(bytes) {
      const text = textOf(bytes);
      for (const [index, wire] of allWireFormats.entries()) {
        const { code, advice, limit = 0 } = classifyFailure(400 + index * 10, text, wire);
        expect([typeof code, typeof advice, Number.isNaN(limit)]).toEqual([
          'string',
          'string',
          false,
        ]);
      }
      const waitMs = readRetryAfterMs(new Headers(), text, 0) ?? 0;
      expect(waitMs >= 0 && !Number.isNaN(waitMs)).toBe(true);
    },
  },
  {
    name: 'thoughts',
    seeds: [
      bytesOf('<think>Two cats.</think>\n\nA cat.'),
      bytesOf('◁think▷x◁/think▷ y'),
      bytesOf('Two cats.\n</think>\n\nA cat.'),
    ],
    words: ['<think>', '</think>', '<thinking>', '<', '>', '/', '\n', ' '],
    read(bytes) {
      const text = textOf(bytes);
      const half = Math.floor(text.length / 2);
      const whole = splitThoughts(text);
      expect(splitThoughts(text.slice(0, half), text.slice(half))).toEqual(whole);
    },
  },
  {
    name: 'text of a file',
    seeds: [
      bytesOf('Some text.'),
      Uint8Array.from([0xff, 0xfe, 0x41, 0]),
      Uint8Array.from([0xfe, 0xff, 0, 0x41]),
    ],
    read: (bytes) => expect(decodeText(bytes, { isHead: true }) ?? '').not.toContain('\0'),
  },
];
