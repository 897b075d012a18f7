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

export default function App() {
  return (
    <div style={{ height: '100dvh' }}>
      <ImageChat connection={connection} />
    </div>
  );
}
