import { ImageChat } from 'image-chat-kit';
import { createDemoBackend } from 'image-chat-kit/demo';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import 'image-chat-kit/styles.css';
import './app.css';
import { createRoot } from 'react-dom/client';

const connection = {
  wire: openaiChat,
  baseUrl: '/api',
  model: 'gpt-4o',
  // Answers inside the page. Remove this line once you have a server.
  fetch: createDemoBackend(),
};

createRoot(document.getElementById('root')).render(
  <div className="mx-auto flex h-full max-w-3xl flex-col gap-4 p-4">
    <h1 className="text-2xl font-semibold">Receipts</h1>
    <div className="min-h-0 flex-1 overflow-hidden rounded-xl border bg-white">
      <ImageChat connection={connection} />
    </div>
  </div>,
);
