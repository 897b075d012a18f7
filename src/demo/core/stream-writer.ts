/** Why an answer ended, in the words of no provider. */
export type Finish = 'stop' | 'length' | 'filter' | 'refusal';

interface Usage {
  inputTokens: number;
  outputTokens: number;
}

/** An answer in the words of no provider. While it is streamed it grows: whole only when its last word is written. */
export interface Reply {
  text: string;
  finish: Finish;
  usage: Usage;
}

/** How one API writes an answer piece by piece. Each string is one or more complete events. */
export interface StreamWriter {
  contentType: 'text/event-stream; charset=utf-8' | 'application/x-ndjson' | 'application/json';
  start(): string;
  delta(text: string): string;
  /** One string for each closing event, so that a fault can leave some of them out. */
  end(): string[];
  /** How this API says in the middle of a stream that it failed. */
  failure(message: string): string;
}

/** How one API shapes an answer. */
export interface ReplyShape {
  /** The whole answer as JSON. */
  whole(reply: Reply): unknown;
  /** Writers keep counters, so each stream has its own. */
  createWriter(reply: Reply): StreamWriter;
  /** Told when the last word is written, for APIs that remember what was said. */
  onReply?: (reply: Reply) => void;
}

/** One server-sent event with its data as JSON, with or without a name. */
export function sseEvent(data: unknown, name?: string): string {
  const line = `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
  return name === undefined ? line : `event: ${name}\n${line}`;
}
