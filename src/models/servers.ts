import type { ImageMediaType } from '../formats/types.js';
import { base64Length } from '../internal/base64.js';
import type { ModelImageRules, RequestLimits } from './types.js';

const MEBIBYTE = 1_048_576;
const CHECKED = '2026-11-29';

/** What a server refuses, whichever model it serves. */
export interface ModelServer {
  name: string;
  /** Suffixes of host names; with a port for servers on the user's own machine. */
  hosts: readonly string[];
  /** Prefixes of model ids by which routers and clouds refer to the server. */
  idPrefixes?: readonly string[];
  /** The pattern of the server's ids, if a prefix is not enough. */
  idShape?: RegExp;
  /** Ids that the server maps to another model, without dates and `-latest`. */
  aliases?: Readonly<Record<string, string>>;
  /** Whether models are shut down here on other dates than their makers announce. @defaultValue false */
  setsOwnDates?: boolean;
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
    // The page still says 5 images; the error message of its current models says 3.
    limits: {
      maxImages: 3,
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
    // At most 6,404 tokens, which is four crops.
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
    limits: {
      maxImages: 250,
      maxBase64BytesPerImage: 20 * MEBIBYTE,
      minSidePx: 11,
      maxAspectRatio: 200,
    },
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
    // The help centre allows links; the developer page and a measurement do not.
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
    // One cell of the model: 28 px or 32 px, and none for others (ollama#11297, #13113).
    limits: { minSidePx: 32, advisory: ['minSidePx'] },
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
    name: 'deepseek',
    hosts: ['api.deepseek.com'],
    source: { page: 'https://api-docs.deepseek.com/guides/vision', checked: CHECKED },
    aliases: { 'deepseek-v4-flash': 'deepseek-flash' },
    limits: {},
  },
  {
    name: 'openrouter',
    hosts: ['openrouter.ai'],
    idPrefixes: ['openrouter/'],
    source: { page: 'https://github.com/artokun/comfyui-mcp/issues/2221', checked: CHECKED },
    limits: { maxImageBytes: 30_000_000 },
  },
  {
    name: 'volcengine',
    hosts: ['volces.com', 'bytepluses.com'],
    idPrefixes: ['volcengine/'],
    source: { page: 'https://github.com/infiniflow/ragflow/issues/13063', checked: CHECKED },
    limits: { maxPixels: 36_000_000 },
  },
  {
    name: 'scaleway',
    hosts: ['api.scaleway.ai'],
    idPrefixes: ['scaleway/'],
    source: {
      page: 'https://www.scaleway.com/en/docs/generative-apis/how-to/query-vision-models/',
      checked: CHECKED,
    },
    limits: { maxImages: 12, advisory: ['maxImages'] },
  },
  {
    name: 'cerebras',
    hosts: ['api.cerebras.ai'],
    idPrefixes: ['cerebras/'],
    source: {
      page: 'https://inference-docs.cerebras.ai/capabilities/image-inputs',
      checked: CHECKED,
    },
    acceptedMediaTypes: jpegAndPng,
    limits: {},
  },
  {
    name: 'amazon-bedrock',
    hosts: ['amazonaws.com'],
    idPrefixes: ['bedrock/', 'bedrock:', 'arn:aws:bedrock:', 'aws-bedrock/'],
    // `us.anthropic.claude-…`, `amazon.nova-…`; Oracle's cloud uses the same pattern.
    idShape:
      /^(?!oci\/)(?:[^/]*\/)*(?:[a-z]+(?:-[a-z]+)?\.)?(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|qwen|moonshotai|moonshot|minimax|nvidia|writer|zai|openai|google|xai)\.[a-z]/,
    source: {
      page: 'https://platform.claude.com/docs/en/build-with-claude/vision',
      checked: CHECKED,
    },
    setsOwnDates: true,
    links: false,
    // The Converse reference says 20 images; another page of the cloud leaves the number to the model.
    limits: { maxImages: 20, maxBase64BytesPerImage: 5 * MEBIBYTE, advisory: ['maxImages'] },
  },
  {
    name: 'google-cloud',
    hosts: ['aiplatform.googleapis.com'],
    idPrefixes: ['vertex_ai/claude', 'publishers/anthropic/'],
    // `claude-opus-4-5@20251101`, `…/publishers/anthropic/models/claude-…`
    idShape: /(?:^|\/)claude-[^/@]*@(?:\d{8}|default|latest)$|\/publishers\/anthropic\//,
    source: {
      page: 'https://platform.claude.com/docs/en/build-with-claude/vision',
      checked: CHECKED,
    },
    setsOwnDates: true,
    links: false,
    limits: { maxBase64BytesPerImage: 5 * MEBIBYTE },
  },
  {
    name: 'azure',
    hosts: ['openai.azure.com', 'services.ai.azure.com'],
    idPrefixes: ['azure/', 'azure_ai/', 'azure:', 'azure-'],
    source: {
      page: 'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/model-retirements',
      checked: CHECKED,
    },
    setsOwnDates: true,
    limits: {},
  },
  {
    name: 'databricks-sap',
    hosts: [],
    idShape: /(?:^|\/)databricks-|^[a-z0-9]+--/,
    source: {
      page: 'https://docs.databricks.com/aws/en/machine-learning/model-serving/foundation-model-overview',
      checked: CHECKED,
    },
    setsOwnDates: true,
    limits: {},
  },
];
