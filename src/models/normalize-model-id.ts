/** A model id without the prefixes and suffixes that routers, clouds and releases add. */
export interface NormalizedModelId {
  /** Lower case, without a router's path, a cloud's prefix or a tag: `gpt-4o-2024-08-06`. */
  dated: string;
  /** The same without its date and `-latest`: `gpt-4o`. */
  id: string;
  /**
   * The form used for recognising families: lower case, with its tag, and with every version written with a
   * dot. `accounts/fireworks/models/kimi-k2p6` is `kimi-k2.6`, `gemma3:1b` is `gemma3-1b`.
   */
  name: string;
}

/** `provider:model`, as some libraries write it. Other colons start a tag, such as `:free` or `:7b`. */
const PROVIDER_COLON =
  /^(?:openai|azure|anthropic|google|vertex|gemini|bedrock|groq|xai|mistral|openrouter|ollama|ft|hf):(?!\d)(?:(?:chat|responses|messages):)?/;

/** `us.anthropic.claude-...`, `openai.gpt-...`: a vendor, optionally preceded by a region. */
const CLOUD_VENDOR =
  /^(?:[a-z]+(?:-[a-z]+)?\.)?(?:anthropic|openai|google|amazon|meta|mistral|cohere|ai21|qwen|moonshot(?:ai)?|minimax|nvidia|xai|zai|writer)\.(?=[a-z])/;

/** `databricks-claude-...`, `anthropic--claude-...`: the vendor or the cloud before a name in the tables. */
const NAMED_VENDOR =
  /^(?:databricks|azure|openai|anthropic|google|vertex|bedrock|snowflake|sap)-{1,2}(?=(?:claude|gpt|chatgpt|gemini)-|o\d(?:-|$))/;

/** `claude-v2` is a model in its own right. */
const CLOUD_VERSION = /(?<=-.+)-v\d+$/;
const DATE = /-20\d\d(?:-\d\d-\d\d|\d{4})$/;
const ALIAS = /-latest$/;
/** `claude-opus-5[1m]`: a larger context window. */
const CONTEXT = /\[[^\]]*\]$/;

/** Longer than any name of a model. Text of megabytes in its place must not take seconds. */
const MAX_NAME_CHARS = 200;

export function normalizeModelId(modelId: string): NormalizedModelId {
  const lastOfPath = modelId
    .trim()
    .toLowerCase()
    .split('/')
    .findLast((part) => part !== '');
  const written = (lastOfPath ?? '')
    .slice(0, MAX_NAME_CHARS)
    .replace(PROVIDER_COLON, '')
    .replace(CONTEXT, '');
  const bare = written
    .replace(CLOUD_VENDOR, '')
    .replace(NAMED_VENDOR, '')
    .replace(/@.*$/, '')
    .replace(/:.*$/, '');
  const dated = rewriteVersion(bare);
  return {
    dated,
    id: dated.replace(DATE, '').replace(ALIAS, '').replace(DATE, ''),
    name: nameOf(written),
  };
}

/**
 * Rewrites the version of a model in the tables as its maker writes it: `gpt-5.4`, `gemini-2.5-pro`,
 * `claude-opus-4-5`.
 */
export function rewriteVersion(id: string): string {
  if (id.startsWith('claude')) return rewriteClaude(id);
  return id
    .replace(/^gpt(?=\d)/, 'gpt-')
    .replace(/^((?:gpt|gemini)-\d)[-p](\d)(?!\d)/, '$1.$2')
    .replace(/^gpt-([5-9])(\d)(?=-|$)/, 'gpt-$1.$2');
}

/** From the fourth generation on the name precedes the version; before that it follows it. */
function rewriteClaude(id: string): string {
  return id
    .replace(CLOUD_VERSION, '')
    .replaceAll('.', '-')
    .replace(/^(claude-[a-z]+)(?=\d)/, '$1-')
    .replace(/^claude-([4-9](?:-\d)?)-([a-z]+)(?=-|$)/, 'claude-$2-$1')
    .replace(/^claude-([a-z]+)-(3(?:-\d)?)(?=-|$)/, 'claude-$2-$1')
    .replace(/^(claude-[a-z]+-\d)-0(?=-|$)/, '$1');
}

function nameOf(written: string): string {
  return written
    .replace(/@.*$/, '')
    .replace(/(?<=\d)[_p](?=\d)/g, '.')
    .replace(/[:_]/g, '-')
    .replace(/(?<=\d)-(\d)(?=v?(?:-|$))/g, '.$1');
}
