import type { WireModelPage } from './types.js';
import type { WireModel } from './types.js';
import { asList, asRecord, asText } from '../internal/read-value.js';

/**
 * Reads the list that most servers share, `{ data: [{ id }] }`, with what each says about the vision of its models; also
 * the bare list, the list as `models`, and entries that have a `name` or are one.
 */
export function readModelList(answer: unknown): WireModelPage | undefined {
  const given = asRecord(answer);
  const list = [answer, given?.['data'], given?.['models']].find(Array.isArray);
  if (list === undefined) return undefined;
  return { models: asList(list).flatMap((entry) => modelOf(nameOf(entry), entry)) };
}

function nameOf(entry: unknown): string {
  const { id, name } = asRecord(entry) ?? { id: entry };
  return asText(id) || asText(name);
}

/** Returns `undefined` for an entry without a name. */
export function modelOf(id: string, entry: unknown): WireModel[] {
  if (id === '') return [];
  const vision = visionOf(entry);
  return [{ id, ...(vision !== undefined && { vision }) }];
}

/**
 * Reads `capabilities.image_input.supported` (Anthropic), `capabilities.vision` (LM Studio, Mistral) and
 * `architecture.input_modalities` (OpenRouter).
 */
function visionOf(entry: unknown): boolean | undefined {
  const record = asRecord(entry);
  const capabilities = asRecord(record?.['capabilities']);
  const said = asRecord(capabilities?.['image_input'])?.['supported'] ?? capabilities?.['vision'];
  if (typeof said === 'boolean') return said;
  const modalities = asList(asRecord(record?.['architecture'])?.['input_modalities']);
  return modalities.length === 0 ? undefined : modalities.includes('image');
}
