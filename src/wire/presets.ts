import { LOCAL_PATIENCE } from '../internal/local-patience.js';
import type { ImagePart } from '../messages/types.js';
import { anthropicMessagesFacts } from './anthropic-messages/facts.js';
import { geminiGenerateFacts } from './gemini-generate/facts.js';
import { ollamaChatFacts } from './ollama-chat/facts.js';
import { openaiChatFacts } from './openai-chat/facts.js';
import { openaiResponsesFacts } from './openai-responses/facts.js';
import type { WireFormat, WireQuirks } from './types.js';

/** How to talk to a known server: a row for a connection form, not a rule. The app may override each field. */
export interface ServerPreset {
  id: string;
  /** Label shown to users. */
  label: string;
  /** Name of the wire format. */
  wire: string;
  /** Braces mark what the user has to fill in. */
  baseUrl: string;
  /** Header for the key, if the wire format's does not apply. */
  keyHeader?: WireFormat['keyHeader'];
  quirks?: WireQuirks;
  /** A hint for the user. */
  note?: string;
  /** For the connection, if its default is too short for this server. */
  firstByteTimeoutMs?: number;
  /** For the connection, if its default is too short for this server. */
  stallTimeoutMs?: number;
  /** For the connection, if its default is too short for this server. */
  totalTimeoutMs?: number;
}

const JPEG_PNG: ReadonlyArray<ImagePart['mediaType']> = ['image/jpeg', 'image/png'];
const JPEG_PNG_WEBP: ReadonlyArray<ImagePart['mediaType']> = [
  'image/jpeg',
  'image/png',
  'image/webp',
];
const API_KEY = { name: 'api-key', prefix: '' } as const;

/**
 * Servers by name. What each of them refuses is listed in `models/servers.ts`, and `findRules` applies it by base URL.
 * `omitDetail` is set if `detail` is ignored, refused or missing from the server's types: the portable subset leaves it
 * out.
 *
 * Read in the providers' documentation, packages and sources, November 2026.
 */
export const serverPresets = [
  {
    id: 'openai',
    label: 'OpenAI',
    wire: openaiResponsesFacts.name,
    baseUrl: 'https://api.openai.com/v1',
  },
  {
    id: 'openai-chat',
    label: 'OpenAI (Chat Completions)',
    wire: openaiChatFacts.name,
    baseUrl: 'https://api.openai.com/v1',
  },
  {
    id: 'anthropic',
    label: 'Anthropic',
    wire: anthropicMessagesFacts.name,
    baseUrl: 'https://api.anthropic.com',
  },
  {
    id: 'gemini',
    label: 'Google Gemini',
    wire: geminiGenerateFacts.name,
    baseUrl: 'https://generativelanguage.googleapis.com',
  },
  {
    id: 'gemini-openai',
    label: 'Google Gemini (OpenAI format)',
    wire: openaiChatFacts.name,
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    quirks: { omitDetail: true, omitLinks: true },
  },
  {
    id: 'azure',
    label: 'Azure OpenAI',
    wire: openaiChatFacts.name,
    baseUrl: 'https://{resource}.openai.azure.com/openai/v1',
    keyHeader: API_KEY,
    note: 'The model is the name of your deployment.',
  },
  {
    id: 'azure-deployment',
    label: 'Azure OpenAI (deployment path)',
    wire: openaiChatFacts.name,
    baseUrl:
      'https://{resource}.openai.azure.com/openai/deployments/{deployment}?api-version={api-version}',
    keyHeader: API_KEY,
    note: 'The deployment in the path decides; the model is ignored.',
  },
  {
    id: 'azure-responses',
    label: 'Azure OpenAI (Responses)',
    wire: openaiResponsesFacts.name,
    baseUrl: 'https://{resource}.openai.azure.com/openai?api-version={api-version}',
    keyHeader: API_KEY,
    note: 'Responses has no deployment in its path; the model is the name of your deployment.',
  },
  {
    id: 'openrouter',
    label: 'OpenRouter',
    wire: openaiChatFacts.name,
    baseUrl: 'https://openrouter.ai/api/v1',
  },
  {
    id: 'groq',
    label: 'Groq',
    wire: openaiChatFacts.name,
    baseUrl: 'https://api.groq.com/openai/v1',
    quirks: { details: ['auto', 'low', 'high'] },
    note: 'Links may be larger than what is sent inside a request: 20 MB for each image.',
  },
  {
    id: 'mistral',
    label: 'Mistral',
    wire: openaiChatFacts.name,
    baseUrl: 'https://api.mistral.ai/v1',
    quirks: { details: ['auto', 'low', 'high'], legacyMaxTokens: true, omitStreamOptions: true },
  },
  {
    id: 'xai',
    label: 'xAI',
    wire: openaiResponsesFacts.name,
    baseUrl: 'https://api.x.ai/v1',
    quirks: { mediaTypes: JPEG_PNG },
  },
  {
    id: 'together',
    label: 'Together',
    wire: openaiChatFacts.name,
    baseUrl: 'https://api.together.xyz/v1',
    quirks: { omitDetail: true, legacyMaxTokens: true },
  },
  {
    id: 'vllm',
    label: 'vLLM',
    wire: openaiChatFacts.name,
    baseUrl: 'http://localhost:8000/v1',
    quirks: { omitDetail: true },
    note: 'Images of the whole conversation count against --limit-mm-per-prompt.',
    ...LOCAL_PATIENCE,
  },
  {
    id: 'lm-studio',
    label: 'LM Studio',
    wire: openaiChatFacts.name,
    baseUrl: 'http://localhost:1234/v1',
    quirks: { omitDetail: true, legacyMaxTokens: true, omitLinks: true, mediaTypes: JPEG_PNG },
    note: 'Images above 26,214,400 pixels are refused. Allow this page in its CORS settings.',
    ...LOCAL_PATIENCE,
  },
  {
    id: 'llama-cpp',
    label: 'llama.cpp',
    wire: openaiChatFacts.name,
    baseUrl: 'http://localhost:8080/v1',
    quirks: {
      omitDetail: true,
      legacyMaxTokens: true,
      mediaTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/bmp'],
    },
    note: 'Start the server with --mmproj, or it has no vision.',
    ...LOCAL_PATIENCE,
  },
  {
    id: 'ollama',
    label: 'Ollama',
    wire: ollamaChatFacts.name,
    baseUrl: 'http://localhost:11434',
    quirks: { mediaTypes: JPEG_PNG_WEBP },
    note: 'Allow this page in OLLAMA_ORIGINS.',
    ...LOCAL_PATIENCE,
  },
  {
    id: 'ollama-openai',
    label: 'Ollama (OpenAI format)',
    wire: openaiChatFacts.name,
    baseUrl: 'http://localhost:11434/v1',
    quirks: { omitDetail: true, legacyMaxTokens: true, omitLinks: true, mediaTypes: JPEG_PNG_WEBP },
    note: 'Allow this page in OLLAMA_ORIGINS.',
    ...LOCAL_PATIENCE,
  },
] as const satisfies readonly ServerPreset[];

export type ServerPresetId = (typeof serverPresets)[number]['id'];

/** Returns a row by its id. */
export function findServerPreset(id: ServerPresetId): ServerPreset {
  // Each id is one of the table's own.
  return serverPresets.find((preset) => preset.id === id) as ServerPreset;
}
