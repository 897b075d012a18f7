/** Why an answer ended, in a neutral form. */
export type Finish = 'stop' | 'length' | 'filter' | 'refusal';

interface Usage {
  inputTokens: number;
  outputTokens: number;
}

/**
 * An answer in a neutral form. While it is streamed it grows, and it is complete only when its last word is
 * written.
 */
export interface Reply {
  text: string;
  finish: Finish;
  usage: Usage;
}

/** How one API writes an answer piece by piece. Each string is one or more complete events. */
export interface StreamWriter {
  contentType: 'text/event-stream; charset=utf-8' | 'application/x-ndjson' | 'application/json';
  start(): string;
  /** Returns what comes before the text, such as an image that is being made, at a slower pace. */
  interlude?(): Iterable<string>;
  delta(text: string): string;
  /** Returns one string per closing event, so that a fault can omit some of them. */
  end(): string[];
  /** Returns this API's error event for the middle of a stream. */
  failure(message: string): string;
}

/** How one API shapes an answer. */
export interface ReplyShape {
  /** Returns the whole answer as JSON. */
  whole(reply: Reply): unknown;
  /** Creates a writer; each stream has its own, since writers keep counters. */
  createWriter(reply: Reply): StreamWriter;
  /** Called when the last word is written, for APIs that store the conversation. */
  onReply?: (reply: Reply) => void;
}

/** Returns a server-sent event with its data as JSON, with or without a name. */
export function sseEvent(data: unknown, name?: string): string {
  const line = `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
  return name === undefined ? line : `event: ${name}\n${line}`;
}
