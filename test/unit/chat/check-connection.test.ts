import { describe, expect, test } from 'vitest';
import { createChatStore, createTransport, KitError, type Connection } from '../../../src/core.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

const whole = { wire: openaiChat, model: 'm', baseUrl: '/api' };

function errorFor(connection: unknown): unknown {
  try {
    createChatStore({ connection: connection as Connection, createTransport });
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('a connection that only JavaScript lets through', () => {
  test.each([
    ['none', undefined, 'The connection is missing. Pass connection'],
    [
      'a format by its name',
      { ...whole, wire: 'openai-chat' },
      "has wire: 'openai-chat'. Pass the format itself",
    ],
    ['no format', { ...whole, wire: undefined }, 'has no wire. Each format'],
    ['no model', { ...whole, model: undefined }, 'has no model. Pass its id'],
    [
      'a name from elsewhere',
      { wire: openaiChat, model: 'm', baseURL: '/api' },
      'has baseURL. Write baseUrl.',
    ],
    [
      'a name in another spelling',
      { ...whole, api_key: () => 'sk-CANARY' },
      'has api_key. Write apiKey.',
    ],
    ['a name that lacks a letter', { ...whole, header: {} }, 'has header. Write headers.'],
    ['no address', { wire: openaiChat, model: 'm' }, 'has no baseUrl. Pass the start'],
    ['a bare key', { ...whole, apiKey: 'sk-CANARY' }, 'has an apiKey that is not a function.'],
  ])('is refused with its fix: %s', (_, connection, words) => {
    const error = errorFor(connection);
    expect(error).toMatchObject({ code: 'invalid-option' });
    expect(KitError.is(error) && error.message).toContain(words);
    expect(String(error)).not.toContain('CANARY');
  });

  test('passes if it is whole, before a model is chosen too', () => {
    expect(errorFor(whole)).toBeUndefined();
    expect(errorFor({ ...whole, model: '', apiKey: () => undefined })).toBeUndefined();
  });
});
