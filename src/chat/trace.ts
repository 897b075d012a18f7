import { KEY_MASK, maskKeyLike } from '../internal/mask-keys.js';
import type { ServerEvent, ChatEvent } from '../wire/types.js';
import type { ChatTrace } from './types.js';

const LONG_BASE64 = /[A-Za-z0-9+/_-]{512,}={0,2}/g;

/**
 * Returns server events as a trace shows them: images are replaced by their length, and anything that looks like a key
 * is masked. The transport has already masked the keys of the connection itself.
 */
export function serverEventTrace(event: ServerEvent): ChatTrace {
  return { type: 'server-event', event: shown(event) };
}

export function chatEventTrace(event: ChatEvent): ChatTrace {
  return { type: 'chat-event', event: shown(event) };
}

function shown<Event extends ServerEvent | ChatEvent>(event: Event): Event {
  const fields = Object.entries(event).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? shownText(value) : value,
  ]);
  return Object.fromEntries(fields) as Event;
}

function shownText(text: string): string {
  const withoutBase64 = text.replace(LONG_BASE64, (run) => `(${run.length} characters)`);
  return maskKeyLike(withoutBase64, KEY_MASK);
}
