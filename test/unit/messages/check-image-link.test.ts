import { describe, expect, test } from 'vitest';
import { checkImageLink } from '../../../src/messages/check-image-link.js';
import type { RequestTarget } from '../../../src/messages/check-request.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';

const openai = { model: 'gpt-4o', wire: openaiChat, baseUrl: 'https://api.openai.com/v1' };
const link = 'https://photos.example/cat.jpg';
const long = (characters: number): string => link.padEnd(characters, '?');

describe('a link, before it is added', () => {
  test('is taken where the wire format, the server and the model take links', () => {
    expect(checkImageLink(link, openai)).toBeUndefined();
    expect(checkImageLink(link, { ...openai, wire: openaiResponses })).toBeUndefined();
    expect(
      checkImageLink(link, { model: 'claude-opus-5', wire: anthropicMessages }),
    ).toBeUndefined();
  });

  test.each<[string, RequestTarget]>([
    ['a wire format without links', { model: 'llava', wire: ollamaChat }],
    ['a model that fetches none', { model: 'gemini-2.0-flash', wire: geminiGenerate }],
    ['a local server', { ...openai, baseUrl: 'http://localhost:11434/v1' }],
    ['a cloud that takes bytes only', { ...openai, model: 'vertex_ai/claude-opus-5' }],
  ])('is refused for %s, with what a person can do', (_where, target) => {
    expect(checkImageLink(link, target)).toEqual({
      code: 'unsupported-by-wire',
      severity: 'error',
      message:
        'This image is a link, and this endpoint does not fetch links. Choose another connection, or download the image and add the file.',
      fix: 'remove',
    });
  });

  test.each<[string, RequestTarget]>([
    ['anthropic-messages', { model: 'claude-opus-5', wire: anthropicMessages }],
    ['deepseek-flash', { model: 'deepseek-flash', wire: openaiChat }],
  ])('of http is refused for %s, which follows https only', (_where, target) => {
    expect(checkImageLink(link, target)).toBeUndefined();
    expect(checkImageLink('http://photos.example/cat.jpg', target)).toMatchObject({
      code: 'url-form',
      message: expect.stringContaining('Try the same link with https') as string,
    });
  });

  test('may be as long as the server says, to the character', () => {
    const target = { model: 'deepseek-flash', wire: openaiChat };
    expect(checkImageLink(long(8192), target)).toBeUndefined();
    expect(checkImageLink(long(8193), target)).toMatchObject({ code: 'url-form' });
    expect(checkImageLink(long(8193), openai)).toBeUndefined();
  });

  test('to this machine is refused by name, for endpoints of the internet', () => {
    expect(checkImageLink('https://localhost/cat.jpg', openai)).toMatchObject({
      code: 'url-not-reachable',
      message: expect.stringMatching(/^This image is a link to localhost, which only/) as string,
    });
    expect(checkImageLink('http://192.168.1.5/cat.jpg', { ...openai, baseUrl: '/api' })).toEqual(
      expect.objectContaining({ code: 'url-not-reachable', severity: 'warning' }),
    );
  });
});
