/** A server of background responses whose answers the test writes, piece by piece. */
interface Answer {
  events: string[];
  text: string;
  isOver: boolean;
  wake: Set<() => void>;
}

interface Item {
  content: string | { type: string; text?: string }[];
}

export interface BackgroundServer {
  /** Answers requests below `/v1/responses`, and leaves others. */
  handle: (request: Request) => Promise<Response> | undefined;
  /** The questions in the order in which they arrived. */
  asked: string[];
  say: (question: string, text: string) => void;
  /** Says the last piece and completes the answer. */
  finish: (question: string, text: string) => void;
}

export function createBackgroundServer(): BackgroundServer {
  const answers = new Map<string, Answer>();
  const idsByQuestion = new Map<string, string>();
  const asked: string[] = [];

  function add(answer: Answer, event: { type: string } & Record<string, unknown>): void {
    const data = JSON.stringify({ ...event, sequence_number: answer.events.length });
    answer.events.push(`event: ${event.type}\ndata: ${data}\n\n`);
    for (const wake of answer.wake) wake();
  }

  function answerOf(question: string): Answer {
    const answer = answers.get(idsByQuestion.get(question) ?? '');
    if (!answer) throw new Error(`Nobody has asked “${question}”.`);
    return answer;
  }

  function stream(answer: Answer, after: number): Response {
    const encoder = new TextEncoder();
    let at = after + 1;
    let wake: (() => void) | undefined;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        while (at >= answer.events.length && !answer.isOver) {
          // oxlint-disable-next-line no-await-in-loop -- Until there is more.
          await new Promise<void>((resolve) => {
            wake = resolve;
            answer.wake.add(resolve);
          });
          if (wake) answer.wake.delete(wake);
        }
        if (at >= answer.events.length) controller.close();
        else controller.enqueue(encoder.encode(answer.events[at++]));
      },
      cancel: () => wake?.(),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  async function ask(request: Request): Promise<Response> {
    const { input } = (await request.json()) as { input: Item[] };
    const content = input.at(-1)?.content ?? '';
    const question =
      typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('');
    const id = `resp_${answers.size + 1}`;
    const answer: Answer = { events: [], text: '', isOver: false, wake: new Set() };
    answers.set(id, answer);
    idsByQuestion.set(question, id);
    const response = { id, object: 'response', model: 'm', output: [], background: true };
    add(answer, { type: 'response.created', response: { ...response, status: 'queued' } });
    add(answer, { type: 'response.in_progress', response: { ...response, status: 'in_progress' } });
    // Last: whoever waits for it may answer at once.
    asked.push(question);
    return stream(answer, -1);
  }

  const place = { item_id: 'msg', output_index: 0, content_index: 0 };

  function say(question: string, delta: string): void {
    const answer = answerOf(question);
    answer.text += delta;
    add(answer, { type: 'response.output_text.delta', ...place, delta });
  }

  return {
    asked,
    say,
    finish(question, text) {
      say(question, text);
      const answer = answerOf(question);
      answer.isOver = true;
      const content = [{ type: 'output_text', text: answer.text, annotations: [] }];
      const output = [{ id: 'msg', type: 'message', role: 'assistant', content }];
      const id = idsByQuestion.get(question);
      add(answer, {
        type: 'response.completed',
        response: { id, object: 'response', model: 'm', status: 'completed', output },
      });
    },
    handle(request) {
      const { pathname, searchParams } = new URL(request.url);
      const [, id, action] = /^\/v1\/responses(?:\/([^/]+)(?:\/(cancel))?)?$/.exec(pathname) ?? [];
      if (!pathname.startsWith('/v1/responses')) return undefined;
      if (id === undefined) return ask(request);
      const answer = answers.get(id);
      if (!answer) return Promise.resolve(new Response(null, { status: 404 }));
      if (action !== undefined) {
        answer.isOver = true;
        for (const wake of answer.wake) wake();
        return Promise.resolve(Response.json({ id, status: 'cancelled' }));
      }
      const after = searchParams.get('starting_after');
      return Promise.resolve(stream(answer, after === null ? -1 : Number(after)));
    },
  };
}
