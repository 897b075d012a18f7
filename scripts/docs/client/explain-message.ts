import { statusOfError } from '../../../src/internal/request-error-code.js';
import { classifyFailure, type FailureClass } from '../../../src/wire/classify-failure.js';

/** Names of the wire formats by how places in their requests are written. */
const PLACES: ReadonlyArray<readonly [wire: string, place: RegExp]> = [
  ['anthropic-messages', /\bmessages\.\d+\.content/],
  ['gemini-generate', /\bcontents\[\d+\]/],
  ['openai-responses', /\binput\[\d+\]|'input_text'/],
  ['openai-assistants', /'content\[\d+\]\./],
];

/** Finds the status in words such as `Error code: 400 - {…}` or `HTTP/1.1 413`. */
function statusIn(text: string): number {
  const [, written] = /(?:^|status|code|error|HTTP\/[\d.]+)\W{0,8}([45]\d\d)\b/i.exec(text) ?? [];
  return written ? Number(written) : (statusOfError({ message: text }) ?? 400);
}

/** Classifies what a person pastes: a message, a response, or the line that a client printed about one. */
export function explainMessage(text: string): FailureClass {
  // Python prints the object of a response with its own quotes, which is no JSON; the words are the same.
  const body = text.replace(/^[^{[]*(?=[{[]\s*["[{])/, '');
  const wire = PLACES.find(([, place]) => place.test(text))?.[0] ?? 'openai-chat';
  return classifyFailure(statusIn(text), body, wire);
}

/** The same words, whatever their numbers and quotes. */
export const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\\(?=["'])/g, '')
    .replaceAll(/[\d.,]*\d/g, '0')
    .replaceAll(/\s+/g, ' ');
