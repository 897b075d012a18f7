import { createDemoBackend } from '../../src/demo/index.js';
import { KitError, type Connection, type TokenPrice, type WireFormat } from '../../src/index.js';
import { anthropicMessages } from '../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../src/wire/openai-responses/index.js';
import { createSampleReply } from '../shared/sample-answers/create-sample-reply.js';
import { readText } from './read-text.js';
import { showcaseReply } from './showcase.js';

/** Formats a person can choose for their own server, and for the demo backend, which speaks them all. */
export const wires: readonly WireFormat[] = [
  openaiChat,
  openaiResponses,
  anthropicMessages,
  geminiGenerate,
  ollamaChat,
];

/** What a person calls each of them. */
export const wireLabels: Record<string, string> = {
  'openai-chat': 'OpenAI Chat Completions',
  'openai-responses': 'OpenAI Responses',
  'anthropic-messages': 'Anthropic Messages',
  'gemini-generate': 'Gemini generateContent',
  'ollama-chat': 'Ollama chat',
};

/** A choice in the connection menu. */
export interface ConnectionChoice {
  id: string;
  label: string;
  wire: WireFormat;
  baseUrl: string;
  model: string;
  /** Whether the person types a key, and whether it answers without one. */
  key: 'none' | 'optional' | 'required';
  /** How a key begins. */
  keyBeginning?: string;
  /** What a newcomer has to know before choosing it. Without one, the key form says where the key goes. */
  hint?: string;
  /** What answers cost, where it is known. */
  price?: TokenPrice;
  fetch?: typeof globalThis.fetch;
}

const sampleReply = createSampleReply();
const backend = createDemoBackend({
  reply: (question) => showcaseReply(question) ?? sampleReply(question),
  readText,
});

export const choices: readonly [ConnectionChoice, ...ConnectionChoice[]] = [
  {
    id: 'demo',
    label: 'Demo',
    wire: openaiChat,
    baseUrl: 'https://demo.invalid/v1',
    model: 'gpt-5.6-terra',
    key: 'none',
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
    key: 'required',
    keyBeginning: 'sk-…',
  },
  {
    id: 'anthropic',
    label: 'Anthropic',
    wire: anthropicMessages,
    baseUrl: 'https://api.anthropic.com',
    model: 'claude-sonnet-5',
    key: 'required',
    keyBeginning: 'sk-ant-…',
  },
  {
    id: 'gemini',
    label: 'Gemini',
    wire: geminiGenerate,
    baseUrl: 'https://generativelanguage.googleapis.com',
    model: 'gemini-3-pro',
    key: 'required',
    keyBeginning: 'AIza…',
  },
  {
    id: 'ollama',
    label: 'Ollama',
    wire: ollamaChat,
    baseUrl: 'http://localhost:11434',
    model: 'qwen3-vl',
    key: 'none',
    hint: 'On this machine. Ollama answers a page only if OLLAMA_ORIGINS names its address.',
  },
  {
    id: 'custom',
    label: 'Custom',
    wire: openaiChat,
    baseUrl: 'http://localhost:8000/v1',
    model: 'my-vision-model',
    key: 'optional',
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

/** Whether nothing can be sent yet, since the provider answers nobody without a key. */
export const isKeyMissing = ({ choice, key }: ConnectionForm): boolean =>
  choice.key === 'required' && key === '';

/** Refuses before anything is sent, and leaves the question in the composer. */
function refuseWithoutKey(provider: string): never {
  throw new KitError('key-refused', {
    message: `Nothing was sent: ${provider} answers only with a key. Enter yours under Connection.`,
  });
}

export function connectionOf(form: ConnectionForm): Connection {
  const { choice, wire, baseUrl, model, key } = form;
  return {
    wire,
    baseUrl,
    model,
    ...(choice.price ? { price: choice.price } : {}),
    ...(choice.fetch ? { fetch: choice.fetch } : {}),
    ...(key ? { apiKey: () => key } : {}),
    ...(isKeyMissing(form) ? { apiKey: () => refuseWithoutKey(choice.label) } : {}),
  };
}
