/** A position in a request, as an error message names it. */
export interface NamedPlace {
  /** Index in the provider's list of messages. */
  messageIndex?: number;
  /** Index in the content of that message. */
  partIndex?: number;
}

const PART = /\b(?:messages|input|contents)\.?\[?(\d+)\]?\.(?:content|parts)\.?\[?(\d+)\]?/;
/** Format of AWS, which counts from one. */
const MEMBER = /\bmessages\.(\d+)\.member\.content\.(\d+)\.member/;
const PART_ONLY = /\bcontent\.?\[?(\d+)\]?\.(?:image|source|file|type)/;
const MESSAGE = /\b(?:messages|input|contents)\.?\[?(\d+)\]?/;

/** Reads `messages[4].content[1]`, `messages.2.content.0…`, `messages.[1].content.[1].type`, `input[0].content[2]`. */
export function namedPlace(text: string): NamedPlace {
  const part = PART.exec(text);
  if (part !== null) return { messageIndex: Number(part[1]), partIndex: Number(part[2]) };
  const member = MEMBER.exec(text);
  if (member !== null) {
    return { messageIndex: Number(member[1]) - 1, partIndex: Number(member[2]) - 1 };
  }
  const partOnly = PART_ONLY.exec(text);
  if (partOnly !== null) return { partIndex: Number(partOnly[1]) };
  const message = MESSAGE.exec(text);
  return message === null ? {} : { messageIndex: Number(message[1]) };
}
