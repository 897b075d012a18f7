import { ImageChat } from 'image-chat-kit/chat';
import { createDemoBackend } from 'image-chat-kit/demo';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import 'image-chat-kit/styles.css';
import { createRoot } from 'react-dom/client';

const connection = {
  wire: openaiChat,
  baseUrl: '/api',
  model: 'gpt-4o',
  // Answers inside the page. Remove this line once you have a server.
  fetch: createDemoBackend(),
};

createRoot(document.getElementById('root')).render(<ImageChat connection={connection} />);
