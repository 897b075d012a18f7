import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../../src/messages/check-request.js';
import type { ChatMessage, ImagePart, Problem } from '../../../src/messages/types.js';
import type { RequestTarget } from '../../../src/messages/check-request.js';
import { carefulRules } from '../../../src/models/careful-rules.js';
import { findRules } from '../../../src/models/find-rules.js';
import { base64Length } from '../../../src/internal/base64.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import { wireNamed } from '../../helpers/all-wire-formats.js';
import { answer, ask, heavyImage, linked, anImage, say } from './sample-messages.js';

const MEBIBYTE = 1_048_576;
const claude: RequestTarget = { model: 'claude-opus-5-5', wire: anthropicMessages };
const openai: RequestTarget = { model: 'gpt-5.6-sol', wire: openaiChat };

/** Problems without their sentences. */
function factsOf(problems: readonly Problem[]) {
  return problems.map(({ code, severity, imageId, imageIndex, limit, value, fix }) => {
    const facts = { code, severity, imageId, imageIndex, limit, value, fix };
    return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
  });
}

function codesOf(messages: readonly ChatMessage[], target: RequestTarget): string[] {
  return checkRequest(messages, target).map(({ code }) => code);
}

function factsOfOne(image: ImagePart, target: RequestTarget = openai) {
  return factsOf(checkRequest([ask('?', image)], target));
}

function codesOfLink(url: string, target: RequestTarget = openai): string[] {
  return codesOf([ask(linked(url))], target);
}

function images(count: number, facts: Partial<ImagePart> = {}): ImagePart[] {
  return Array.from({ length: count }, () => anImage(facts));
}

test.each([
  openai,
  claude,
  { model: 'gpt-5.4', wire: openaiResponses },
  { model: 'gemini-3.5-flash', wire: geminiGenerate },
  { model: 'llava', wire: ollamaChat, baseUrl: 'http://localhost:11434' },
  { model: 'anything' },
])('a question with two small images is fine for $model', (target) => {
  expect(checkRequest([ask(anImage(), anImage({ detail: 'low' }), 'What?')], target)).toEqual([]);
});

test('each problem is a sentence or two', () => {
  const problems = [
    ...checkRequest([], openai),
    ...checkRequest([say('system', anImage()), answer(anImage()), ask(heavyImage(0))], {
      model: 'o3-mini',
    }),
    ...checkRequest([ask(linked('blob:x'), linked('data:,'), linked('http://10.0.0.1/'))], openai),
    ...checkRequest([ask(heavyImage(9 * MEBIBYTE, { width: 9000 }))], claude),
  ];
  expect(problems.length).toBeGreaterThan(8);
  for (const { message } of problems) expect(message).toMatch(/^\w.*[.]$/);
});

describe('vision', () => {
  const messages = [ask(anImage(), 'What is it?'), answer('A cat.'), ask('Sure?')];

  test.each(['o1-mini', 'o1-preview', 'o3-mini', 'gpt-3.5-turbo'])(
    '%s sees no image of the whole conversation',
    (model) => {
      const [problem, ...others] = checkRequest(messages, { model, wire: openaiChat });
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ code: 'no-vision', severity: 'error', fix: 'switch-model' });
      expect(problem?.message).toContain(model);
    },
  );

  test('a link is an image too', () => {
    const target = { model: 'o3-mini', wire: openaiChat };
    expect(codesOf([ask(linked('https://example.com/a.png'))], target)).toEqual(['no-vision']);
  });

  test('what only the name of a model says is a warning, unless the app says it too', () => {
    const target = { model: 'qwen3-coder', wire: openaiChat };
    const [problem, ...others] = checkRequest(messages, target);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'no-vision', severity: 'warning', fix: 'switch-model' });
    const told = { ...target, capabilities: { vision: false } };
    expect(checkRequest(messages, told)).toMatchObject([{ code: 'no-vision', severity: 'error' }]);
  });

  test('words alone are fine', () => {
    expect(checkRequest([ask('Hello')], { model: 'o3-mini' })).toEqual([]);
  });

  test('the app knows better than the table, either way', () => {
    const sees = { model: 'o3-mini', capabilities: { vision: true } };
    const blind = { model: 'gpt-4o', capabilities: { vision: false } };
    expect(codesOf(messages, sees)).toEqual([]);
    expect(codesOf(messages, blind)).toEqual(['no-vision']);
    expect(codesOf(messages, { ...blind, capabilities: {} })).toEqual([]);
  });

  test('rules at hand come before the table', () => {
    const rules = { ...findRules('gpt-4o'), vision: false };
    expect(codesOf(messages, { model: 'gpt-4o', rules })).toEqual(['no-vision']);
  });
});

describe('roles', () => {
  test.each(['system', 'assistant'] as const)(
    'an image in a message of the %s is refused',
    (role) => {
      const image = anImage();
      const [problem, ...others] = checkRequest([say(role, image), ask('?')], { model: 'gpt-4o' });
      expect(others).toEqual([]);
      expect(problem).toMatchObject({
        code: 'role-without-images',
        severity: 'error',
        imageId: image.id,
        imageIndex: 0,
        fix: 'remove',
      });
    },
  );

  test('an image of an answer is only told about where it is carried over', () => {
    expect(checkRequest([ask('Draw'), answer(anImage()), ask('Again')], openai)).toMatchObject([
      { code: 'role-without-images', severity: 'warning' },
    ]);
    expect(checkRequest([say('system', anImage()), ask('?')], openai)).toMatchObject([
      { code: 'role-without-images', severity: 'error' },
    ]);
  });
});

describe('the form of an image', () => {
  test('nothing in it', () => {
    for (const image of [
      heavyImage(0),
      linked('data:image/png;base64,'),
      linked(''),
      anImage({ data: { kind: 'file-id', fileId: '' } }),
    ]) {
      expect(factsOfOne(image, { model: 'gpt-4o' })).toEqual([
        {
          code: 'empty-image',
          severity: 'error',
          imageId: image.id,
          imageIndex: 0,
          value: 0,
          fix: 'remove',
        },
      ]);
    }
  });

  test.each([
    ['image/heic', 'gpt-4o', 'openai-chat', true],
    ['image/avif', 'gpt-4o', 'openai-chat', true],
    ['image/svg+xml', 'claude-opus-5', 'anthropic-messages', true],
    ['image/bmp', 'gemini-3.5-flash', 'gemini-generate', true],
    ['image/gif', 'gemini-3.5-flash', 'gemini-generate', true],
    ['image/heic', 'gemini-3.5-flash', 'gemini-generate', false],
    ['image/gif', 'gpt-4o', 'openai-chat', false],
    ['image/webp', 'claude-opus-5', 'anthropic-messages', false],
    ['image/webp', 'grok-4', 'openai-chat', true],
    ['image/webp', 'gpt-4o', 'ollama-chat', false],
    ['image/gif', 'gpt-4o', 'ollama-chat', true],
  ] as const)('%s for %s over %s: refused %s', (mediaType, model, wire, isRefused) => {
    const image = anImage({ mediaType });
    expect(factsOfOne(image, { model, wire: wireNamed(wire) })).toEqual(
      isRefused
        ? [
            {
              code: 'media-type',
              severity: 'error',
              imageId: image.id,
              imageIndex: 0,
              fix: 'convert',
            },
          ]
        : [],
    );
  });

  test('servers that take JPEG and PNG only', () => {
    const target = { model: 'qwen-vl', baseUrl: 'http://localhost:1234/v1', wire: openaiChat };
    expect(factsOfOne(anImage({ mediaType: 'image/webp' }), target)).toMatchObject([
      { code: 'media-type' },
    ]);
  });

  test.each([
    ['openai-chat', ['bytes', 'link', 'data-url']],
    ['openai-responses', ['bytes', 'link', 'data-url', 'file-id']],
    ['openai-assistants', ['link', 'file-id']],
    ['anthropic-messages', ['bytes', 'link', 'data-url', 'file-id']],
    ['gemini-generate', ['bytes', 'link', 'data-url', 'file-id']],
    ['ollama-chat', ['bytes', 'data-url']],
  ])('%s takes %j', (wire, taken) => {
    const forms = {
      bytes: anImage(),
      link: linked('https://example.com/a.jpg'),
      'data-url': linked('data:image/jpeg;base64,/9j/4AAQ'),
      'file-id': anImage({ data: { kind: 'file-id', fileId: 'file-1' } }),
    };
    for (const [form, image] of Object.entries(forms)) {
      const codes = codesOf([ask(image)], { model: 'gpt-4o', wire: wireNamed(wire) });
      expect([form, codes]).toEqual([form, taken.includes(form) ? [] : ['unsupported-by-wire']]);
    }
  });

  test('base64 for an endpoint of uploads has the fix "upload"', () => {
    for (const image of [anImage(), linked('data:image/png;base64,AAAA')]) {
      expect(factsOfOne(image, { model: 'gpt-4o', wire: openaiAssistants })).toEqual([
        {
          code: 'unsupported-by-wire',
          severity: 'error',
          imageId: image.id,
          imageIndex: 0,
          fix: 'upload',
        },
      ]);
    }
  });

  test('a file id where none is taken is made bytes again, if there are any', () => {
    const data = { kind: 'file-id', fileId: 'file-1' } as const;
    expect(factsOfOne(anImage({ data }))).toMatchObject([{ fix: 'remove' }]);
    expect(factsOfOne(anImage({ data, original: new Blob(['x']) }))).toMatchObject([
      { fix: 'convert' },
    ]);
  });

  test('a server that fetches no links', () => {
    const target = { model: 'x', baseUrl: 'http://127.0.0.1:1234/v1', wire: openaiChat };
    expect(factsOfOne(linked('https://example.com/a.jpg'), target)).toMatchObject([
      { code: 'unsupported-by-wire' },
    ]);
  });
});

describe('links', () => {
  test.each([
    'https://example.com/a.jpg',
    'http://example.com/a%20b.jpg?x=1#y',
    'HTTPS://EXAMPLE.COM/A.JPG',
    'https://172.32.0.1/a.png',
    'https://100.128.0.1/a.png',
    'https://[2606:4700::1]/a.png',
    'data:image/png;base64,iVBORw0KGgo=',
    'data:IMAGE/JPEG;base64,/9j/',
    'data:image/jpeg;charset=utf-8;base64,/9j/',
  ])('%s is fine', (url) => {
    expect(codesOfLink(url)).toEqual([]);
  });

  test.each([
    'blob:https://example.com/0b8f',
    'file:///home/me/a.jpg',
    'content://media/1',
    'javascript:alert(1)',
    'ftp://example.com/a.jpg',
    '/uploads/a.jpg',
    'a.jpg',
    '//example.com/a.jpg',
    'https://',
    'data:image/png,raw',
    'data:text/plain;base64,AAAA',
    'data:application/octet-stream;base64,AAAA',
    'data:;base64,AAAA',
    'data:image/png;base64,AA AA',
    'data:image/png;base64,AAAA\nAAAA',
    'data:image/png;base64,AAA_',
    'data:image/png;base64,A=AA',
    'data:image/png;base64,data:image/png;base64,AAAA',
  ])('%j cannot be followed', (url) => {
    expect(codesOfLink(url)).toEqual(['url-form']);
  });

  test.each([
    'http://localhost:3000/a.jpg',
    'http://app.localhost/a.jpg',
    'http://127.0.0.1/a.jpg',
    'http://0.0.0.0/a.jpg',
    'http://10.1.2.3/a.jpg',
    'http://172.16.0.1/a.jpg',
    'http://192.168.1.20/a.jpg',
    'http://169.254.1.1/a.jpg',
    'http://100.64.0.1/a.jpg',
    'http://2130706433/a.jpg',
    'http://[::1]/a.jpg',
    'http://[::ffff:10.0.0.1]/a.jpg',
    'http://[fd00::1]/a.jpg',
    'http://[fe80::1]/a.jpg',
    'http://nas/a.jpg',
    'http://nas.local/a.jpg',
    'https://localhost./a.jpg',
    'http://0x7f.1/a.jpg',
    'http://0177.0.0.1/a.jpg',
    'http://198.18.0.1/a.jpg',
    'http://198.19.255.255/a.jpg',
    'http://224.0.0.251/a.jpg',
    'http://240.0.0.1/a.jpg',
    'http://255.255.255.255/a.jpg',
    'http://[2002:7f00:1::]/a.jpg',
    'http://[64:ff9b::10.0.0.1]/a.jpg',
    'http://[2001:0:4136:e378:8000:63bf:f5ff:fffe]/a.jpg',
    'http://[ff02::fb]/a.jpg',
    'http://printer.home.arpa/a.jpg',
    'http://metadata.google.internal/a.jpg',
  ])('%s cannot be reached from outside', (url) => {
    expect(codesOfLink(url)).toEqual(['url-not-reachable']);
    expect(codesOfLink(url, { ...openai, baseUrl: 'https://api.openai.com/v1' })).toEqual([
      'url-not-reachable',
    ]);
    expect(codesOfLink(url, { ...openai, baseUrl: 'http://localhost:8080/v1' })).toEqual([]);
  });

  test('an own backend may reach what is near it, so that is a warning', () => {
    const problems = checkRequest([ask(linked('http://nas.local/a.jpg'))], {
      ...openai,
      baseUrl: '/api/chat',
    });
    expect(problems).toMatchObject([{ code: 'url-not-reachable', severity: 'warning' }]);
  });

  test('assistants follow https only', () => {
    const target = { model: 'gpt-4o', wire: openaiAssistants };
    expect(codesOfLink('http://example.com/a.jpg', target)).toEqual(['url-form']);
  });

  test('a data: URL is checked like bytes', () => {
    expect(codesOfLink('data:image/heic;base64,AAAA')).toEqual(['media-type']);
    expect(checkRequest([ask(linked('data:image/jpg;base64,AAAA'))], openai)).toMatchObject([
      { code: 'media-type', severity: 'warning' },
    ]);
    const url = `data:image/png;base64,${'A'.repeat(10 * MEBIBYTE + 4)}`;
    expect(codesOfLink(url, claude)).toEqual(['image-bytes']);
  });
});

describe('the size of an image', () => {
  test('bytes are counted after base64', () => {
    const fits = heavyImage((10 * MEBIBYTE * 3) / 4);
    const image = heavyImage((10 * MEBIBYTE * 3) / 4 + 1, { name: 'big.jpg' });
    const problems = checkRequest([ask(fits, image)], claude);
    expect(factsOf(problems)).toEqual([
      {
        code: 'image-bytes',
        severity: 'error',
        imageId: image.id,
        imageIndex: 1,
        limit: 10 * MEBIBYTE,
        value: 10 * MEBIBYTE + 4,
        fix: 'shrink',
      },
    ]);
    expect(problems[0]?.message).toContain('Image 2 (big.jpg)');
  });

  test('a cloud in between takes less', () => {
    const messages = [ask(heavyImage(4 * MEBIBYTE))];
    const model = 'bedrock/us.anthropic.claude-opus-5-v1:0';
    expect(codesOf(messages, claude)).toEqual([]);
    expect(codesOf(messages, { ...claude, model })).toEqual(['image-bytes']);
  });

  test('advised limits are warnings', () => {
    expect(checkRequest([ask(heavyImage(5 * MEBIBYTE))], { model: 'who-knows' })).toMatchObject([
      { code: 'image-bytes', severity: 'warning' },
    ]);
  });

  test('sides', () => {
    const image = anImage({ width: 200, height: 8001 });
    expect(factsOf(checkRequest([ask(image, anImage({ width: 8000 }))], claude))).toEqual([
      {
        code: 'image-side',
        severity: 'error',
        imageId: image.id,
        imageIndex: 0,
        limit: 8000,
        value: 8001,
        fix: 'shrink',
      },
    ]);
  });

  test('above 20 images, history included, the sides may be shorter only', () => {
    const wide = anImage({ width: 2001, height: 1000 });
    const history = [ask(...images(12)), answer('Fine.'), ask(wide, ...images(7)), answer('Fine.')];
    expect(codesOf([...history, ask('And?')], claude)).toEqual([]);
    const problems = checkRequest([...history, ask(anImage({ width: 2000 }))], claude);
    expect(factsOf(problems)).toEqual([
      {
        code: 'image-side',
        severity: 'error',
        imageId: wide.id,
        imageIndex: 12,
        limit: 2000,
        value: 2001,
        fix: 'shrink',
      },
    ]);
    expect(problems[0]?.message).toContain('21 images');
    expect(problems[0]?.messageId).toBe(history[2]?.id);
  });

  test('pixels', () => {
    const target = { model: 'x', baseUrl: 'http://localhost:1234/v1', wire: openaiChat };
    const image = anImage({ width: 6000, height: 5000 });
    expect(factsOf(checkRequest([ask(image)], target))).toEqual([
      {
        code: 'image-pixels',
        severity: 'error',
        imageId: image.id,
        imageIndex: 0,
        limit: 26_214_400,
        value: 30_000_000,
        fix: 'shrink',
      },
    ]);
  });

  test.each([
    { detail: 'original', patches: [47_628] },
    { detail: 'auto', patches: [47_628] },
    { detail: 'high', patches: [] },
    { detail: 'low', patches: [] },
  ] as const)('patches at detail $detail', ({ detail, patches }) => {
    const image = anImage({ width: 8064, height: 6048, detail });
    expect(factsOf(checkRequest([ask(image)], openai))).toEqual(
      patches.map((value) => ({
        code: 'image-patches',
        severity: 'error',
        imageId: image.id,
        imageIndex: 0,
        limit: 30_000,
        value,
        fix: 'shrink',
      })),
    );
  });

  test('too short a side, and too thin an image', () => {
    const dashscope = {
      model: 'qwen3-vl-plus',
      baseUrl: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
      wire: openaiChat,
    };
    const [icon, strip] = [anImage({ width: 8, height: 90 }), anImage({ width: 4001, height: 20 })];
    const problems = checkRequest(
      [ask(icon, strip, anImage({ width: 4000, height: 20 }))],
      dashscope,
    );
    const facts = { code: 'image-too-small', severity: 'error', fix: 'enlarge' };
    expect(factsOf(problems)).toEqual([
      { ...facts, imageId: icon.id, imageIndex: 0, limit: 11, value: 8 },
      { ...facts, imageId: strip.id, imageIndex: 1, limit: 21, value: 20 },
    ]);
    expect(problems[0]?.message).toContain('8 px on its shorter side, and the minimum is 11');
    expect(factsOf(checkRequest([ask(icon)], { model: 'qwen3-vl-plus' }))).toMatchObject([
      { code: 'image-too-small', severity: 'warning' },
    ]);
  });

  test('what cannot be made smaller has to go', () => {
    const link = linked('https://example.com/a.jpg', { width: 9000, height: 10 });
    expect(checkRequest([ask(link)], claude)).toMatchObject([
      { code: 'image-side', fix: 'remove' },
    ]);
  });
});

describe('the request as a whole', () => {
  test('too many images', () => {
    const groq = {
      model: 'qwen3.6-27b',
      baseUrl: 'https://api.groq.com/openai/v1',
      wire: openaiChat,
    };
    expect(codesOf([ask(...images(3))], groq)).toEqual([]);
    expect(factsOf(checkRequest([ask(...images(4))], groq))).toEqual([
      { code: 'too-many-images', severity: 'error', limit: 3, value: 4, fix: 'remove' },
    ]);
    // Smaller images are as many.
    expect(checkRequest([ask(...images(4))], groq)[0]?.message).toMatch(
      /the limit is 3\. Remove some\.$/,
    );
    const withHistory = [ask(...images(3)), answer('Fine.'), ask(anImage())];
    expect(factsOf(checkRequest(withHistory, groq))).toEqual([
      { code: 'too-many-images', severity: 'error', limit: 3, value: 4, fix: 'drop-oldest' },
    ]);
  });

  test.each([
    ['claude-haiku-4-5', 100],
    ['claude-opus-5', 600],
    ['gpt-4o', 1500],
  ])('%s takes %i images', (model, limit) => {
    expect(codesOf([ask(...images(limit))], { model })).toEqual([]);
    expect(codesOf([ask(...images(limit + 1))], { model })).toEqual(['too-many-images']);
  });

  test('bytes of all images, before base64', () => {
    const heavy = Array.from({ length: 2 }, () => heavyImage(17_000_000));
    expect(codesOf([ask(...heavy)], openai)).toEqual([]);
    expect(factsOf(checkRequest([ask(...heavy, anImage())], openai))).toEqual([
      {
        code: 'image-bytes-total',
        severity: 'warning',
        limit: 34_000_000,
        value: 34_000_030,
        fix: 'shrink',
      },
    ]);
  });

  test('bytes of the body', () => {
    const bytes = 6 * MEBIBYTE;
    const four = Array.from({ length: 4 }, () => heavyImage(bytes));
    const limit = 32 * MEBIBYTE;
    expect(4 * base64Length(bytes)).toBe(limit);
    const [problem] = checkRequest([ask(...four), answer('Fine.'), ask('?')], claude);
    expect(problem).toMatchObject({
      code: 'request-bytes',
      severity: 'error',
      limit,
      fix: 'drop-oldest',
    });
    expect(problem?.value).toBeGreaterThan(limit);
    expect(codesOf([ask(...four.slice(1))], claude)).toEqual([]);
  });

  test('words are bytes too', () => {
    const target = { model: 'x', rules: { ...carefulRules, limits: { maxRequestBytes: 1000 } } };
    expect(codesOf([ask('a'.repeat(700))], target)).toEqual([]);
    expect(codesOf([ask('a'.repeat(1000))], target)).toEqual(['request-bytes']);
    expect(codesOf([ask('€'.repeat(300))], target)).toEqual(['request-bytes']);
    expect(codesOf([ask('"'.repeat(450))], target)).toEqual(['request-bytes']);
    expect(codesOf([ask('😀'.repeat(230))], target)).toEqual(['request-bytes']);
  });

  test('tokens of the images against the context', () => {
    const rules = { ...findRules('gpt-4o'), limits: { contextTokens: 1600 } };
    const image = { width: 1024, height: 768 } as const;
    const target = { model: 'gpt-4o', rules };
    expect(codesOf([ask(...images(2, image), 'a'.repeat(200))], target)).toEqual([]);
    expect(checkRequest([ask(...images(2, image), 'a'.repeat(600))], target)).toMatchObject([
      { code: 'context-tokens', severity: 'warning', value: 1680 },
    ]);
    expect(checkRequest([ask(...images(3, image))], target)).toMatchObject([
      { code: 'context-tokens', severity: 'error', limit: 1600, value: 2295, fix: 'shrink' },
    ]);
  });
});

describe('words', () => {
  test('an empty question', () => {
    for (const message of [ask(), ask(' \n'), ask('', '\t')]) {
      expect(checkRequest([message], openai)).toMatchObject([
        { code: 'empty-message', severity: 'error', fix: 'write-text', messageId: message.id },
      ]);
    }
    expect(codesOf([], openai)).toEqual(['empty-message']);
    expect(codesOf([say('system', 'Be short.')], openai)).toEqual(['empty-message']);
  });

  test('an image without words is a question', () => {
    expect(codesOf([ask(anImage())], openai)).toEqual([]);
  });

  test('an empty question of long ago', () => {
    const old = ask(' ');
    expect(checkRequest([old, answer('?'), ask('Hello')], openai)).toMatchObject([
      { code: 'empty-message', messageId: old.id, fix: 'remove' },
    ]);
  });
});

test('problems of images come in their order, counted over the whole request', () => {
  const [first, second] = [linked('blob:a'), heavyImage(0)];
  const problems = checkRequest(
    [ask(anImage(), first), answer('?'), ask(anImage(), second)],
    openai,
  );
  expect(problems.map(({ imageId, imageIndex }) => [imageId, imageIndex])).toEqual([
    [first.id, 1],
    [second.id, 3],
  ]);
});

test('a request of 40 images and a megabyte of words is checked whole', () => {
  const url = `data:image/png;base64,${'A'.repeat(MEBIBYTE)}`;
  const messages = [
    ask(...images(20), 'x'.repeat(MEBIBYTE)),
    ask(...Array.from({ length: 20 }, () => linked(url))),
  ];
  expect(checkRequest(messages, claude)).toEqual([]);
});
