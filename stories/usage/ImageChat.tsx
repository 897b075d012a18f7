import { ImageChat } from 'image-chat-kit';
import { createDemoBackend } from 'image-chat-kit/demo';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import 'image-chat-kit/styles.css';

// The demo backend answers inside the page. For a real one, leave `fetch` out and set `baseUrl`.
const connection = {
  wire: openaiChat,
  baseUrl: '/api',
  model: 'gpt-5.6-terra',
  fetch: createDemoBackend(),
};

export function App() {
  return (
    <div style={{ height: '100dvh' }}>
      <ImageChat connection={connection} />
    </div>
  );
}
