/** Servers name the ends of an answer in dozens of words. Only a word that is known to be good completes an answer. */
import type { ChatEvent, MessageEndReason } from './types.js';

const END_WORDS: Readonly<Record<MessageEndReason, RegExp>> = {
  complete:
    /^(?:stop|stopped|eos|eos_token|eos_found|end_of_text|endoftext|end|end_turn|stop_sequence|stop_string(?:_found)?|complete|completed|done|finished|normal)$/,
  length:
    /^(?:length|max_length|max_(?:new_|output_|completion_)?tokens|model_length|token_limit|length_limit|context_length(?:_exceeded)?|model_context_window_exceeded)$/,
  filtered:
    /content_filter|guardrail|sensitive|safety|recitation|blocklist|prohibited|^spii$|^language$|moderation|toxic|armor/,
  'tool-call':
    /^(?:tool_(?:use|calls?)|function_call|pause_turn|unexpected_tool_call|too_many_tool_calls|malformed_function_call)$/,
  refusal: /^refusal$/,
};

/** Returns what a server's word for an end means, in any case; `undefined` for an unlisted one. */
export function endReason(word: string): MessageEndReason | undefined {
  const name = word
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '_')
    .replace(/^finish_reason_/, '');
  const reasons = Object.keys(END_WORDS) as MessageEndReason[];
  return reasons.find((reason) => END_WORDS[reason].test(name));
}

/** Returns the end of a message. One with an unknown reason counts as incomplete, with the server's own word. */
export function endOf(word: string, reason = endReason(word)): ChatEvent {
  return reason === undefined ? brokenOff(word) : { type: 'message-end', reason };
}

function brokenOff(word: string): ChatEvent {
  const providerCode = word.slice(0, 100);
  return {
    type: 'message-fail',
    code: 'incomplete',
    message: `The server ended its answer before it was finished (“${providerCode}”). Try again.`,
    facts: { providerCode, retryable: true },
  };
}
