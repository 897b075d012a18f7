import { afterEach, expect, test, vi } from 'vitest';
import { createDemoBackend } from '../../../src/demo/index.js';
import { registerModel } from '../../../src/models/register-model.js';

afterEach(() => vi.restoreAllMocks());

const paths = {
  'chat completions': ['/v1/chat/completions', 'messages'],
  responses: ['/v1/responses', 'input'],
} as const;

const ask = (path: string, field: string, model: string): Promise<Response> =>
  createDemoBackend({ delayMs: 0, tokensPerSecond: 0 })(`http://demo.invalid${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model, [field]: [{ role: 'user', content: 'Hello' }] }),
  });

test.each(Object.entries(paths))('a model of the app is answered: %s', async (_, [path, field]) => {
  const unregister = registerModel('my-finetune-7', (rules) => ({ ...rules, vision: true }));
  const answered = await ask(path, field, 'my-finetune-7');
  unregister();
  expect(answered.status).toBe(200);
});

test('for one that it does not know, the console says what to add', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const answered = await ask('/v1/chat/completions', 'messages', 'nobodys-model-7');
  expect(answered.status).toBe(404);
  expect(warn.mock.calls.flat().join(' ')).toMatch(/nobodys-model-7.*registerModel.*models/);
});
