const FENCE = /```(?:json[c5]?)?[^\S\n]*\n/i;

/** Returns where JSON begins in the text of an answer: at its start, in a code block, or after some words. */
export function jsonStart(text: string): number {
  const first = text.search(/\S/);
  if (first >= 0 && /[{["]/.test(text.charAt(first))) return first;
  const fence = FENCE.exec(text);
  if (fence) return fence.index + fence[0].length;
  return text.search(/[{[]/);
}

/** Returns the complete JSON value of an answer, or `undefined` if there is none. */
export function wholeJson(text: string): { value: unknown } | undefined {
  const start = Math.max(0, jsonStart(text));
  const lastBracket = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return parsed(text) ?? parsed(text.slice(start)) ?? parsed(text.slice(start, lastBracket + 1));
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
