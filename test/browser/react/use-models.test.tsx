import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import type { Connection } from '../../../src/chat/types.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { registerModel } from '../../../src/models/register-model.js';
import { useModels } from '../../../src/react/use-models.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { eventually } from '../../helpers/eventually.js';

function setUp(baseUrl: string, fetch: typeof globalThis.fetch, more: Partial<Connection> = {}) {
  const connection = { baseUrl, wire: openaiChat, model: '', maxRetries: 0, fetch, ...more };
  return renderHook((given: Partial<Connection> = {}) => useModels({ ...connection, ...given }), {
    wrapper: StrictMode,
  });
}

describe('useModels', () => {
  test('lists what the server has, and says which can see', async () => {
    const fetch = createDemoBackend({ models: ['gpt-4o', 'gpt-3.5-turbo'] });
    const { result } = await setUp('https://models-a.example/v1', fetch);
    await eventually(() => expect(result.current.isLoading).toBe(false));
    expect(result.current.models).toEqual([
      { id: 'gpt-3.5-turbo', vision: false, visionFrom: 'table' },
      { id: 'gpt-4o', vision: true, visionFrom: 'table' },
    ]);
  });

  test('takes the word of the app for its own model, without asking again', async () => {
    let asked = 0;
    const backend = createDemoBackend({ models: [{ id: 'mine', vision: false }] });
    const fetch: typeof globalThis.fetch = (...request) => {
      asked += 1;
      return backend(...request);
    };
    const { result, rerender } = await setUp('https://models-c.example', fetch, {
      wire: anthropicMessages,
    });
    await eventually(() => expect(result.current.models).toHaveLength(1));
    expect(result.current.models[0]).toMatchObject({ vision: false, visionFrom: 'server' });
    const askedBefore = asked;
    await rerender({ model: 'mine', capabilities: { vision: true } });
    expect(result.current.models[0]).toMatchObject({ vision: true, visionFrom: 'app' });
    expect(asked).toBe(askedBefore);
  });

  test('takes the word of the app for a registered model, over the word of the server', async () => {
    const takeBack = registerModel('mine', (base) => ({ ...base, vision: true }));
    try {
      const fetch = createDemoBackend({ models: [{ id: 'mine', vision: false }] });
      const { result } = await setUp('https://models-d.example', fetch, {
        wire: anthropicMessages,
      });
      await eventually(() =>
        expect(result.current.models).toEqual([{ id: 'mine', vision: true, visionFrom: 'app' }]),
      );
    } finally {
      takeBack();
    }
  });

  test('says why there is no list', async () => {
    const { result } = await setUp('https://models-b.example/v1', () =>
      Promise.resolve(Response.json({ hello: 'world' })),
    );
    await eventually(() => expect(result.current.error?.code).toBe('bad-response'));
    expect(result.current.models).toEqual([]);
  });
});
