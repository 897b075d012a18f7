import { asCount } from '../internal/read-value.js';
import type { ChatEvent } from './types.js';

/** Yields nothing if the server reported neither number. */
export function* usageUpdate(input: unknown, output: unknown): Generator<ChatEvent> {
  const inputTokens = asCount(input);
  const outputTokens = asCount(output);
  if (inputTokens === undefined && outputTokens === undefined) return;
  yield {
    type: 'usage-update',
    ...(inputTokens !== undefined && { inputTokens }),
    ...(outputTokens !== undefined && { outputTokens }),
  };
}
