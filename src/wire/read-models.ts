import type { WireModelPage } from './types.js';
import type { WireModel } from './types.js';
import { asList, asRecord, asText } from '../internal/read-value.js';

/** Reads the list that most servers share, `{ data: [{ id }] }` or the bare list, with what each says about the vision of its models. */
export function readModelList(answer: unknown): WireModelPage | undefined {
  const data = Array.isArray(answer) ? answer : asRecord(answer)?.['data'];
  if (!Array.isArray(data)) return undefined;
  return { models: data.flatMap((entry) => modelOf(asText(asRecord(entry)?.['id']), entry)) };
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
