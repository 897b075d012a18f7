import { ImageChat } from 'image-chat-kit';
import { createDemoBackend } from 'image-chat-kit/demo';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import 'image-chat-kit/styles.css';

const connection = {
  wire: openaiChat,
  baseUrl: '/api',
  model: 'gpt-4o',
  // Answers inside the page. Once you have a server, remove this line and its import.
  fetch: createDemoBackend(),
};

/** The island has the whole chat: an Astro page cannot pass it a connection, which contains functions. */
export function Chat() {
  return (
    <div style={{ height: '100dvh' }}>
      <ImageChat connection={connection} />
    </div>
  );
}
