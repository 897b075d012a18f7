import type { ServerEvent, ChatEvent } from '../wire/types.js';
import type { ChatTrace } from './types.js';

const LONG_BASE64 = /[A-Za-z0-9+/_-]{512,}={0,2}/g;

/** Server events as a trace shows them: pictures in them are named by their length. */
export function serverEventTrace(event: ServerEvent): ChatTrace {
  return { type: 'server-event', event: { ...event, data: withoutBase64(event.data) } };
}

export function chatEventTrace(event: ChatEvent): ChatTrace {
  return {
    type: 'chat-event',
    event: event.type === 'image-add' ? { ...event, url: withoutBase64(event.url) } : event,
  };
}

function withoutBase64(text: string): string {
  return text.replace(LONG_BASE64, (run) => `(${run.length} characters)`);
}
