import { knownFormats } from './known-formats.js';
import type { MessageFail } from './types.js';
import type { WireFacts } from './types.js';

/** Returns why nothing of an answer could be read, if its start is not in the expected format. */
export function foreignAnswer(start: string, expected: WireFacts): MessageFail | undefined {
  if (expected.looksLike?.(start) === true) return undefined;
  const names = knownFormats.filter((one) => one.looksLike?.(start)).map(({ name }) => name);
  const format = names.join(', ');
  const looks =
    names.length === 0
      ? `nothing of its answer is written in ${expected.name}. Choose its wire format in the connection, or check the base URL.`
      : `its answer looks like ${names.join(' or ')}, not like ${expected.name}. Choose that wire format in the connection.`;
  return {
    type: 'message-fail',
    code: 'bad-response',
    message: `This server speaks another format: ${looks}`,
    facts: { ...(format !== '' && { format }), retryable: false },
  };
}
