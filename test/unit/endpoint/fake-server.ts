/** Servers that the demo backend is not, in the shapes that they document. */
export interface FakeServer {
  fetch: typeof globalThis.fetch;
  /** `METHOD /path?query`, in the order they came. */
  asked: string[];
}

export function fakeServer(
  answers: Record<string, object | ((body: string) => object | undefined)>,
): FakeServer {
  const asked: string[] = [];
  return {
    asked,
    async fetch(input, init) {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const name = `${request.method} ${pathname}${search}`;
      asked.push(name);
      const answer = answers[name];
      const value =
        typeof answer === 'function'
          ? (answer as (body: string) => unknown)(await request.text())
          : answer;
      if (value === undefined) {
        return Response.json({ error: { message: 'Not found' } }, { status: 404 });
      }
      return value instanceof Response ? value : Response.json(value);
    },
  };
}
