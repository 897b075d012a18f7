import type { WireResponseSchema } from '../objects/types.js';

/** `response_format` of Chat Completions and Assistants. */
export interface OpenAiResponseFormat {
  type: 'json_schema';
  json_schema: WireResponseSchema;
}

export function responseFormat(schema: WireResponseSchema | undefined): {
  response_format?: OpenAiResponseFormat;
} {
  return schema ? { response_format: { type: 'json_schema', json_schema: schema } } : {};
}
