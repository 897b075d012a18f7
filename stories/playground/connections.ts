import { createDemoBackend } from '../../src/demo/index.js';
import type { Connection, TokenPrice, WireFormat } from '../../src/index.js';
import { anthropicMessages } from '../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../src/wire/openai-responses/index.js';
import { createSampleReply } from '../shared/sample-answers/create-sample-reply.js';
import { readText } from './read-text.js';

/** Formats a person can choose for their own server, and for the demo backend, which speaks them all. */
export const wires: readonly WireFormat[] = [
  openaiChat,
  openaiResponses,
  anthropicMessages,
  geminiGenerate,
  ollamaChat,
];

/** A choice in the connection menu. */
export interface ConnectionChoice {
  id: string;
  label: string;
  wire: WireFormat;
  baseUrl: string;
  model: string;
  /** The person types a key; it stays in memory. */
  needsKey: boolean;
  /** Which format is spoken is for the person to say. */
  hasWireMenu: boolean;
  /** What a newcomer has to know before choosing it. */
  hint: string;
  /** What answers cost, where it is known. */
  price?: TokenPrice;
  fetch?: typeof globalThis.fetch;
}

const backend = createDemoBackend({ reply: createSampleReply(), readText });

const keyHint = (host: string): string =>
  `Your key goes from this page to ${host} and nowhere else. It is not stored.`;

export const choices: readonly [ConnectionChoice, ...ConnectionChoice[]] = [
  {
    id: 'demo',
    label: 'Demo',
    wire: openaiChat,
    baseUrl: 'https://demo.invalid/v1',
    model: 'gpt-5.6-terra',
    needsKey: false,
    hasWireMenu: true,
    hint: 'Demo replies, written in advance: no model, no key, no network. Prices are made up.',
    price: { inputPerMillion: 2, outputPerMillion: 8 },
    fetch: (input, init) => backend(new Request(input, init)),
  },
  {
    id: 'openai',
    label: 'OpenAI',
    wire: openaiResponses,
    baseUrl: 'https://api.openai.com/v1',
    model: 'gpt-5.6-terra',
    needsKey: true,
    hasWireMenu: false,
    hint: keyHint('api.openai.com'),
  },
  {
    id: 'anthropic',
    label: 'Anthropic',
    wire: anthropicMessages,
    baseUrl: 'https://api.anthropic.com',
    model: 'claude-sonnet-5',
    needsKey: true,
    hasWireMenu: false,
    hint: keyHint('api.anthropic.com'),
  },
  {
    id: 'gemini',
    label: 'Gemini',
    wire: geminiGenerate,
    baseUrl: 'https://generativelanguage.googleapis.com',
    model: 'gemini-3-pro',
    needsKey: true,
    hasWireMenu: false,
    hint: keyHint('generativelanguage.googleapis.com'),
  },
  {
    id: 'ollama',
    label: 'Ollama',
    wire: ollamaChat,
    baseUrl: 'http://localhost:11434',
    model: 'qwen3-vl',
    needsKey: false,
    hasWireMenu: false,
    hint: 'On this machine. Ollama answers a page only if OLLAMA_ORIGINS names its address.',
  },
  {
    id: 'custom',
    label: 'Custom',
    wire: openaiChat,
    baseUrl: 'http://localhost:8000/v1',
    model: 'my-vision-model',
    needsKey: true,
    hasWireMenu: true,
    hint: 'Any server that speaks one of these formats: your own backend, vLLM, LM Studio, llama.cpp.',
  },
];

export interface ConnectionForm {
  choice: ConnectionChoice;
  wire: WireFormat;
  baseUrl: string;
  model: string;
  key: string;
}

export const formOf = (choice: ConnectionChoice): ConnectionForm => ({
  choice,
  wire: choice.wire,
  baseUrl: choice.baseUrl,
  model: choice.model,
  key: '',
});

export function connectionOf({ choice, wire, baseUrl, model, key }: ConnectionForm): Connection {
  return {
    wire,
    baseUrl,
    model,
    ...(choice.price ? { price: choice.price } : {}),
    ...(choice.fetch ? { fetch: choice.fetch } : {}),
    ...(key ? { apiKey: () => key } : {}),
  };
}
