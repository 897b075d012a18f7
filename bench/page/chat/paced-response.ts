const TICK_MS = 5;

/** Server-sent events at a steady pace; where the page was held up, what was due meanwhile comes at once. */
export function pacedResponse(
  events: readonly string[],
  eventsPerSecond: number,
  signal: AbortSignal | null | undefined,
): Response {
  const encoder = new TextEncoder();
  let timer = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const startedAt = performance.now();
      let sent = 0;
      timer = window.setInterval(() => {
        const due = Math.ceil(((performance.now() - startedAt) / 1000) * eventsPerSecond);
        const next = events.slice(sent, due);
        sent += next.length;
        if (next.length > 0) controller.enqueue(encoder.encode(next.join('')));
        if (sent < events.length) return;
        window.clearInterval(timer);
        controller.close();
      }, TICK_MS);
    },
    cancel: () => window.clearInterval(timer),
  });
  signal?.addEventListener('abort', () => window.clearInterval(timer));
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

export const toEvent = (data: unknown): string =>
  `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
