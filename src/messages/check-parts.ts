import { foreignPartMessage, foreignPartType } from '../internal/foreign-part.js';
import type { ChatMessage, Problem } from './types.js';

/** Reports parts in a provider's own shape, which no wire format can handle. */
export function checkParts(messages: readonly ChatMessage[]): Problem[] {
  return messages.flatMap(({ id, parts }) =>
    parts.flatMap((part, index): Problem[] => {
      const type = foreignPartType(part);
      if (type === undefined) return [];
      return [
        {
          code: 'unsupported-by-wire',
          severity: 'error',
          message: foreignPartMessage(id, index, type),
          messageId: id,
        },
      ];
    }),
  );
}

/** Returns the messages without such parts, for the checks that follow. */
export function withoutForeignParts(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  return messages.map((message) => ({
    ...message,
    parts: message.parts.filter((part) => foreignPartType(part) === undefined),
  }));
}
