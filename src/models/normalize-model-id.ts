/** A model id without the dress that routers, clouds and releases put on it. */
export interface NormalizedModelId {
  /** Lower case, without a router's path, a cloud's prefix or a tag: `gpt-4o-2024-08-06`. */
  dated: string;
  /** The same without its date and `-latest`: `gpt-4o`. */
  id: string;
}

/** `provider:model`, as some libraries write it. Other colons begin a tag, such as `:free` or `:7b`. */
const PROVIDER_COLON =
  /^(?:openai|azure|anthropic|google|vertex|gemini|bedrock|groq|xai|mistral|openrouter|ollama|ft):(?:(?:chat|responses|messages):)?/;

/** `us.anthropic.claude-...`, `anthropic.claude-...` */
const CLOUD_PREFIX = /^(?:[a-z-]+\.)?anthropic\./;

const CLOUD_VERSION = /-v\d+$/;
const DATE = /-20\d\d(?:-\d\d-\d\d|\d{4})$/;
const ALIAS = /-latest$/;

export function normalizeModelId(modelId: string): NormalizedModelId {
  const lastOfPath = modelId
    .trim()
    .toLowerCase()
    .split('/')
    .findLast((part) => part !== '');
  let dated = (lastOfPath ?? '').replace(PROVIDER_COLON, '').replace(CLOUD_PREFIX, '');
  dated = dated.replace(/@.*$/, '').replace(/:.*$/, '');
  if (dated.startsWith('claude')) dated = dated.replace(CLOUD_VERSION, '').replaceAll('.', '-');
  return { dated, id: dated.replace(DATE, '').replace(ALIAS, '').replace(DATE, '') };
}
