import { asJsonText } from '../given-parts.js';
import type { GivenParts } from '../given-parts.js';
import { asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ChatEvent } from '../types.js';

export type ReadStep = (event: string, step: JsonRecord) => Generator<ChatEvent>;

/** Reads the tool calls of a step of a run, which arrive in pieces, and whole at its end. */
export function createStepReader(parts: GivenParts): ReadStep {
  const ids = new Map<string, string>();

  return function* readStep(event, step) {
    const isPiece = event === 'thread.run.step.delta';
    const details = asRecord((asRecord(step['delta']) ?? step)['step_details']);
    for (const [position, call] of asList(details?.['tool_calls']).map(asRecord).entries()) {
      if (call === undefined) continue;
      const place = `${asText(step['id'])}-${typeof call['index'] === 'number' ? call['index'] : position}`;
      const id = ids.get(place) ?? (asText(call['id']) || `call-${place}`);
      ids.set(place, id);
      const type = asText(call['type']);
      const facts = asRecord(call[type]);
      const made = asText(facts?.['arguments']) || asText(facts?.['input']);
      const result = resultOf(facts);
      const name = type === 'function' ? asText(facts?.['name']) : type;
      yield* parts.tool({
        id,
        ...(name !== '' && { name }),
        ...(isPiece ? { argumentsDelta: made } : made !== '' && { arguments: made }),
        ...(result !== '' && !isPiece && { result }),
        ...stateOf(event, type, result),
      });
    }
  };
}

function stateOf(
  event: string,
  type: string,
  result: string,
): { state?: 'called' | 'done' | 'failed' } {
  if (event === 'thread.run.step.failed') return { state: 'failed' };
  if (event !== 'thread.run.step.completed') return {};
  return { state: type === 'function' && result === '' ? 'called' : 'done' };
}

/** Images that a program created are file ids, which take a key to fetch; they are skipped. */
function resultOf(facts: JsonRecord | undefined): string {
  const logs = asList(facts?.['outputs'])
    .map((output) => asText(asRecord(output)?.['logs']))
    .filter((text) => text !== '');
  return logs.length > 0 ? logs.join('\n') : asJsonText(facts?.['output'] ?? facts?.['results']);
}
