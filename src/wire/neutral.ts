import { KitError } from '../errors.js';
import { foreignPartMessage, foreignPartType } from '../internal/foreign-part.js';
import type { ChatMessage } from '../messages/types.js';

/** @throws KitError `unsupported-by-wire` for a part in a provider's own shape */
export function neutral(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  for (const { id, parts } of messages) {
    for (const [index, part] of parts.entries()) {
      const type = foreignPartType(part);
      if (type === undefined) continue;
      throw new KitError('unsupported-by-wire', {
        message: foreignPartMessage(id, index, type),
      });
    }
  }
  return messages;
}
