import type { Connection } from '../chat/types.js';
import { KitError } from '../errors.js';
import type { ChatMessage } from '../messages/types.js';
import { ask, unreadable } from './ask.js';
import type { AskOptions } from './ask.js';

/**
 * Asks the server to count the input tokens of a request, images and text together, without generating an
 * answer. The images are uploaded for this, so it takes as long as sending them.
 *
 * @throws KitError `unsupported-by-wire` for a server that cannot count in advance, and the codes of a
 * request
 */
export async function countTokensExactly(
  messages: readonly ChatMessage[],
  connection: Connection,
  { signal }: AskOptions = {},
): Promise<number> {
  const { wire, model, options } = connection;
  const { tokenCount } = wire;
  if (!tokenCount) {
    throw new KitError('unsupported-by-wire', {
      message: `The wire format “${wire.name}” cannot count tokens in advance. Use the estimate.`,
    });
  }
  const { path, headers, body } = await tokenCount.buildRequest(messages, {
    ...options,
    model,
    ...(signal && { signal }),
  });
  const tokens = tokenCount.read(await ask(connection, { path, headers, body }, { signal }));
  if (tokens === undefined) throw unreadable('a count of tokens', 'Use the estimate.');
  return tokens;
}
