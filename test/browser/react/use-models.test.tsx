import { StrictMode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { createDemoBackend } from '../../../src/demo/index.js';
import { useModels } from '../../../src/react/use-models.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

function setUp(baseUrl: string, fetch: typeof globalThis.fetch) {
  const connection = { baseUrl, wire: openaiChat, model: '', maxRetries: 0, fetch };
  return renderHook(() => useModels(connection), { wrapper: StrictMode });
}

describe('useModels', () => {
  test('lists what the server has, and says which can see', async () => {
    const fetch = createDemoBackend({ models: ['gpt-4o', 'gpt-3.5-turbo'] });
    const { result } = await setUp('https://models-a.example/v1', fetch);
    await vi.waitFor(() => expect(result.current.isLoading).toBe(false));
    expect(result.current.models).toEqual([
      { id: 'gpt-3.5-turbo', vision: false },
      { id: 'gpt-4o', vision: true },
    ]);
  });

  test('says why there is no list', async () => {
    const { result } = await setUp('https://models-b.example/v1', () =>
      Promise.resolve(Response.json({ hello: 'world' })),
    );
    await vi.waitFor(() => expect(result.current.error?.code).toBe('bad-response'));
    expect(result.current.models).toEqual([]);
  });
});
