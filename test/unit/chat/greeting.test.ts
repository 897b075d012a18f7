/** A chat that opens with words of the assistant, at a server that takes user and assistant in turn only, the user first. */
import { expect, test } from 'vitest';
import { createChatStore, createTransport } from '../../../src/core.js';
import { toNodeListener } from '../../../src/server/index.js';
import type { WireWarning } from '../../../src/wire/types.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { allWireFormats } from '../../helpers/all-wire-formats.js';
import { eventually } from '../../helpers/eventually.js';
import { listen } from '../../helpers/listen.js';

const models: Record<string, string> = {
  'openai-chat': 'gpt-4o',
  'openai-responses': 'gpt-4o',
  'openai-assistants': 'asst_any',
  'anthropic-messages': 'claude-sonnet-4-6',
  'gemini-generate': 'gemini-3.8-flash',
  'ollama-chat': 'gemma3:4b',
};

interface Turns {
  messages?: { role: string }[];
  input?: { role: string }[];
  contents?: { role: string }[];
  thread?: { messages: { role: string }[] };
}

function rolesOf({ messages, input, contents, thread }: Turns): string[] {
  const turns = messages ?? input ?? contents ?? thread?.messages ?? [];
  return turns.map(({ role }) => (role === 'model' ? 'assistant' : role));
}

const isStrict = (roles: readonly string[]): boolean =>
  roles
    .filter((role) => role !== 'system')
    .every((role, index) => role === (index % 2 === 0 ? 'user' : 'assistant'));

test.each(allWireFormats)('$name goes on after a greeting', async (wire) => {
  const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
  const seen: string[][] = [];
  const address = await listen(
    toNodeListener(async (request) => {
      const roles = rolesOf((await request.clone().json()) as Turns);
      seen.push(roles);
      const error = {
        message: 'Conversation roles must alternate user/assistant/user/assistant/...',
      };
      return isStrict(roles) ? backend(request) : Response.json({ error }, { status: 400 });
    }),
  );
  const warnings: WireWarning[] = [];
  const isAssistants = wire.name === 'openai-assistants';
  const store = createChatStore({
    connection: {
      wire,
      model: models[wire.name] ?? '',
      baseUrl: address + (wire.name.startsWith('openai') ? '/v1' : ''),
      ...(isAssistants && { options: { extraBody: { model: 'gpt-4o' } } }),
    },
    createTransport,
    initialEntries: [
      {
        message: {
          id: 'hi',
          role: 'assistant',
          parts: [{ type: 'text', text: 'Hello! Drop an image.' }],
        },
      },
    ],
    onTrace(trace) {
      if (trace.type === 'request') warnings.push(...trace.request.warnings);
    },
  });
  for (const text of ['What is it?', 'And now?', 'Hello?']) {
    expect(await store.send({ text })).toEqual({ accepted: true });
    await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
  }
  expect(seen.map((roles) => roles.join(' '))).toEqual([
    'user',
    'user assistant user',
    'user assistant user assistant user',
  ]);
  expect(warnings.map(({ code }) => code)).toEqual(Array(3).fill('role-changed'));
  // Shown once, at the first question it applies to.
  expect(store.getSnapshot().entries.flatMap((entry) => entry.warnings ?? [])).toEqual(
    warnings.slice(0, 1),
  );
  expect(store.getSnapshot().entries[1]?.warnings).toHaveLength(1);
  // It stays where the person sees it.
  expect(store.getSnapshot().entries[0]?.message.id).toBe('hi');
});
