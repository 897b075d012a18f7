import { ImageChat } from 'image-chat-kit';
import { createDemoBackend } from 'image-chat-kit/demo';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const connection = {
  wire: openaiChat,
  baseUrl: '/api',
  model: 'gpt-4o',
  // Answers inside the page. Remove this line once you have a server.
  fetch: createDemoBackend(),
};

createRoot(document.getElementById('root')).render(createElement(ImageChat, { connection }));
