import { asJsonText } from '../given-parts.js';
import type { GivenParts } from '../given-parts.js';
import { asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ChatEvent } from '../types.js';

export type ReadTools = (delta: JsonRecord, kind: 'piece' | 'whole') => Generator<ChatEvent>;

/**
 * Reads `tool_calls`, the older `function_call`, and `executed_tools` of servers that run tools themselves. A call
 * arrives in pieces that only its index connects; some servers send no index, some always the same.
 */
export function createToolReader(parts: GivenParts): ReadTools {
  const known: Array<{ id: string; index: number | undefined }> = [];

  function idOf(call: JsonRecord, hasName: boolean, position: number | undefined): string {
    const given = asText(call['id']);
    const index = typeof call['index'] === 'number' ? call['index'] : undefined;
    const sameId = known.find(({ id }) => id === given);
    const atIndex =
      index === undefined
        ? known.at(position ?? (hasName ? known.length : -1))
        : known.findLast((other) => other.index === index);
    // Another id begins another call, unless it comes without a name: some servers create one for every piece.
    const found = sameId ?? (given === '' || !hasName ? atIndex : undefined);
    if (found) return found.id;
    const id = given === '' ? `call-${known.length + 1}` : given;
    known.push({ id, index });
    return id;
  }

  return function* readTools(delta, kind) {
    const older = asRecord(delta['function_call']);
    const calls = asList(delta['tool_calls']).map(asRecord);
    for (const [position, call] of [...calls, older && { function: older }].entries()) {
      if (call === undefined) continue;
      const made = asRecord(call['function']) ?? asRecord(call['custom']) ?? {};
      const name = asText(made['name']);
      const text = asJsonText(made['arguments'] ?? made['input']);
      yield* parts.tool({
        id: idOf(call, name !== '', kind === 'whole' ? position : undefined),
        ...(name !== '' && { name }),
        ...(kind === 'piece' ? { argumentsDelta: text } : { arguments: text }),
      });
    }
    for (const [position, tool] of asList(delta['executed_tools']).map(asRecord).entries()) {
      if (tool === undefined) continue;
      const result = asJsonText(tool['output']);
      const text = asJsonText(tool['arguments']);
      yield* parts.tool({
        id: `executed-${typeof tool['index'] === 'number' ? tool['index'] : position}`,
        name: asText(tool['name']) || asText(tool['type']) || 'tool',
        ...(text !== '' && { arguments: text }),
        state: result === '' ? 'called' : 'done',
        ...(result !== '' && { result }),
      });
    }
  };
}
