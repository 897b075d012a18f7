import type { ImageMediaType } from '../formats/types.js';
import { base64Length } from '../internal/base64.js';
import type { ModelImageRules, RequestLimits } from './types.js';

const MEBIBYTE = 1_048_576;
const CHECKED = '2026-11-21';

/** What a server refuses, whichever model it serves. */
export interface ModelServer {
  name: string;
  /** Ends of host names; with a port for servers that run on the user's own machine. */
  hosts: readonly string[];
  /** Beginnings of model ids by which routers and clouds name the server. */
  idPrefixes?: readonly string[];
  source: { page: string; checked: string };
  acceptedMediaTypes?: readonly ImageMediaType[];
  /** @defaultValue true */
  links?: ModelImageRules['links'];
  sizing?: ModelImageRules['sizing'];
  limits: RequestLimits;
}

const jpegAndPng = ['image/jpeg', 'image/png'] as const;

export const modelServers: readonly ModelServer[] = [
  {
    name: 'groq',
    hosts: ['api.groq.com'],
    idPrefixes: ['groq/'],
    source: { page: 'https://console.groq.com/docs/vision', checked: CHECKED },
    limits: {
      maxImages: 5,
      maxRequestBytes: 4_000_000,
      maxPixels: 33_000_000,
    },
  },
  {
    name: 'xai',
    hosts: ['api.x.ai'],
    idPrefixes: ['xai/', 'x-ai/'],
    source: { page: 'https://docs.x.ai/docs/guides/image-understanding', checked: CHECKED },
    acceptedMediaTypes: jpegAndPng,
    limits: { maxBase64BytesPerImage: base64Length(20 * MEBIBYTE) },
  },
  {
    name: 'together',
    hosts: ['api.together.xyz', 'api.together.ai'],
    idPrefixes: ['together/', 'together_ai/', 'togethercomputer/'],
    source: { page: 'https://docs.together.ai/docs/vision-overview', checked: CHECKED },
    // At most 6,404 tokens, which are four crops.
    sizing: {
      low: { kind: 'crop-tile', smallSidePx: 560, tilePx: 560, tokensPerTile: 1601, fitPx: 560 },
      high: { kind: 'crop-tile', smallSidePx: 560, tilePx: 560, tokensPerTile: 1601, fitPx: 1120 },
    },
    limits: {},
  },
  {
    name: 'fireworks',
    hosts: ['api.fireworks.ai'],
    idPrefixes: ['accounts/fireworks/', 'fireworks/', 'fireworks_ai/'],
    source: { page: 'https://docs.fireworks.ai', checked: CHECKED },
    limits: { maxImages: 60 },
  },
  {
    name: 'deepinfra',
    hosts: ['api.deepinfra.com'],
    idPrefixes: ['deepinfra/'],
    source: { page: 'https://deepinfra.com/docs', checked: CHECKED },
    limits: { maxImages: 8 },
  },
  {
    name: 'dashscope',
    hosts: ['dashscope.aliyuncs.com', 'dashscope-intl.aliyuncs.com', 'dashscope-us.aliyuncs.com'],
    idPrefixes: ['dashscope/'],
    source: { page: 'https://help.aliyun.com/zh/model-studio/vision', checked: CHECKED },
    limits: { maxImages: 250, maxBase64BytesPerImage: 20 * MEBIBYTE },
  },
  {
    name: 'nebius',
    hosts: ['api.studio.nebius.com', 'api.tokenfactory.nebius.com'],
    idPrefixes: ['nebius/'],
    source: { page: 'https://docs.tokenfactory.nebius.com', checked: CHECKED },
    limits: { maxBase64BytesPerImage: base64Length(10 * MEBIBYTE) },
  },
  {
    name: 'kimi',
    hosts: ['api.moonshot.ai', 'api.moonshot.cn'],
    idPrefixes: ['moonshot/', 'moonshotai/'],
    source: { page: 'https://platform.moonshot.ai/docs', checked: CHECKED },
    links: false,
    limits: {},
  },
  {
    name: 'lm-studio',
    hosts: ['localhost:1234', '127.0.0.1:1234'],
    idPrefixes: ['lmstudio/', 'lm_studio/'],
    source: { page: 'https://lmstudio.ai/docs', checked: CHECKED },
    acceptedMediaTypes: jpegAndPng,
    links: false,
    limits: { maxPixels: 26_214_400 },
  },
  {
    name: 'ollama',
    hosts: ['localhost:11434', '127.0.0.1:11434'],
    idPrefixes: ['ollama/', 'ollama_chat/'],
    source: {
      page: 'https://github.com/ollama/ollama/blob/main/openai/openai.go',
      checked: CHECKED,
    },
    acceptedMediaTypes: [...jpegAndPng, 'image/webp'],
    links: false,
    limits: {},
  },
  {
    name: 'ollama-cloud',
    hosts: ['ollama.com'],
    source: {
      page: 'https://github.com/ollama/ollama/blob/main/openai/openai.go',
      checked: CHECKED,
    },
    acceptedMediaTypes: [...jpegAndPng, 'image/webp'],
    links: false,
    limits: { maxRequestBytes: 16 * MEBIBYTE },
  },
  {
    name: 'amazon-bedrock',
    hosts: ['amazonaws.com'],
    idPrefixes: ['bedrock/', 'arn:aws:bedrock:'],
    source: {
      page: 'https://platform.claude.com/docs/en/build-with-claude/vision',
      checked: CHECKED,
    },
    links: false,
    limits: { maxBase64BytesPerImage: 5 * MEBIBYTE },
  },
  {
    name: 'google-cloud',
    hosts: ['aiplatform.googleapis.com'],
    idPrefixes: ['vertex_ai/claude', 'publishers/anthropic/'],
    source: {
      page: 'https://platform.claude.com/docs/en/build-with-claude/vision',
      checked: CHECKED,
    },
    links: false,
    limits: { maxBase64BytesPerImage: 5 * MEBIBYTE },
  },
];
