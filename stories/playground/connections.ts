import { createDemoBackend } from '../../src/demo/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import type { Connection } from '../../src/index.js';
import { readText } from './read-text.js';

/** A choice in the connection menu. */
export interface ConnectionChoice {
  id: string;
  label: string;
  wire: Connection['wire'];
  baseUrl: string;
  model: string;
  /** The person types a key; it stays in memory. */
  needsKey: boolean;
  /** What a newcomer has to know before choosing it. */
  hint: string;
  fetch?: typeof globalThis.fetch;
}

const backend = createDemoBackend({ readText });

export const choices: readonly [ConnectionChoice, ...ConnectionChoice[]] = [
  {
    id: 'demo',
    label: 'Demo',
    wire: openaiChat,
    baseUrl: 'https://demo.invalid/v1',
    model: 'gpt-5.6-terra',
    needsKey: false,
    hint: 'Runs in this page: no key, no network. It is no model: it says what it received.',
    fetch: (input, init) => backend(new Request(input, init)),
  },
  {
    id: 'openai',
    label: 'OpenAI',
    wire: openaiChat,
    baseUrl: 'https://api.openai.com/v1',
    model: 'gpt-5.6-terra',
    needsKey: true,
    hint: 'Your key goes from this page to api.openai.com and nowhere else. It is not stored.',
  },
  {
    id: 'custom',
    label: 'Custom',
    wire: openaiChat,
    baseUrl: 'http://localhost:8000/v1',
    model: 'my-vision-model',
    needsKey: true,
    hint: 'Any server that speaks Chat Completions: your own backend, vLLM, LM Studio, llama.cpp.',
  },
];

export interface ConnectionForm {
  choice: ConnectionChoice;
  baseUrl: string;
  model: string;
  key: string;
}

export const formOf = (choice: ConnectionChoice): ConnectionForm => ({
  choice,
  baseUrl: choice.baseUrl,
  model: choice.model,
  key: '',
});

export function connectionOf({ choice, baseUrl, model, key }: ConnectionForm): Connection {
  return {
    wire: choice.wire,
    baseUrl,
    model,
    ...(choice.fetch ? { fetch: choice.fetch } : {}),
    ...(key ? { apiKey: () => key } : {}),
  };
}
