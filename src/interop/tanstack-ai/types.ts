/**
 * The types of TanStack AI, as far as they are used here. They are declared here because each minor version
 * of `@tanstack/ai-client` has its own, and an app has one of them or none.
 */

/** A part of a message; only parts with text or an image are read. */
export interface TanStackPartLike {
  type: string;
  content?: unknown;
  /** Used instead of the content on its way to a server. */
  text?: unknown;
  source?: { type: string; value: string; mimeType?: string };
  metadata?: unknown;
}

/** A `UIMessage`, or a `ModelMessage` as it reaches the app's server. */
export interface TanStackMessageLike {
  id?: string;
  role: 'system' | 'user' | 'assistant' | 'tool';
  parts?: readonly TanStackPartLike[];
  content?: string | null | readonly TanStackPartLike[];
}

/** A `ConnectConnectionAdapter`. */
export interface ImageConnectionAdapter {
  connect: (
    messages: readonly TanStackMessageLike[],
    data?: Record<string, unknown>,
    abortSignal?: AbortSignal,
    runContext?: { threadId?: string; runId?: string },
    // oxlint-disable-next-line typescript/no-explicit-any -- chunks differ by an enum, whose type no value made elsewhere has
  ) => AsyncIterable<any>;
}
