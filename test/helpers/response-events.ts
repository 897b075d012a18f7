export const WORDS = ['The ', 'red ', 'square ', 'is ', 'left.'];
export const TEXT = WORDS.join('');

/** The events of a background response, as bytes, with the position that each has. */
export function responseEvents(id: string): string[] {
  const response = {
    id,
    object: 'response',
    model: 'm',
    background: true,
    store: true,
    output: [],
  };
  const place = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const item = { id: 'msg_1', type: 'message', role: 'assistant' };
  const content = [{ type: 'output_text', text: TEXT, annotations: [] }];
  return [
    { type: 'response.created', response: { ...response, status: 'queued' } },
    { type: 'response.queued', response: { ...response, status: 'queued' } },
    { type: 'response.in_progress', response: { ...response, status: 'in_progress' } },
    { type: 'response.output_item.added', output_index: 0, item: { ...item, content: [] } },
    ...WORDS.map((delta) => ({ type: 'response.output_text.delta', ...place, delta })),
    { type: 'response.output_text.done', ...place, text: TEXT },
    { type: 'response.output_item.done', output_index: 0, item: { ...item, content } },
    {
      type: 'response.completed',
      response: {
        ...response,
        status: 'completed',
        output: [{ ...item, content }],
        usage: { input_tokens: 11, output_tokens: 7 },
      },
    },
  ].map((event, index) => {
    const data = JSON.stringify({ ...event, sequence_number: index });
    return `event: ${event.type}\ndata: ${data}\n\n`;
  });
}
