import { type ChatMessage, createTransport } from 'image-chat-kit/core';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';

/** A wire format builds the request and reads the answer; the transport sends it. */
export async function ask(messages: readonly ChatMessage[], model: string): Promise<string> {
  const transport = createTransport({ baseUrl: '/api' });
  const request = await openaiChat.buildRequest(messages, { model });
  let text = '';
  for await (const event of openaiChat.readEvents(transport.stream(request))) {
    if (event.type === 'text-delta') text += event.text;
    if (event.type === 'message-fail') throw new Error(event.message);
  }
  return text;
}
