// The page of `npm run soak -- --browser`: a chat of the built package that keeps its conversations, and begins new ones.
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ImageChat } from 'image-chat-kit';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import 'image-chat-kit/styles.css';

const connection = { wire: openaiChat, baseUrl: '/v1', model: 'gpt-4o' };
const style = { display: 'grid', gridTemplateRows: 'auto 1fr', height: '100dvh' };

function Chat() {
  const [conversation, setConversation] = useState(1);
  const begin = () => setConversation(conversation + 1);
  return createElement(
    'div',
    { style },
    createElement('button', { onClick: begin }, `Leave chat ${conversation}`),
    createElement(ImageChat, { connection, conversationKey: `${conversation}`, draftKey: 'draft' }),
  );
}

createRoot(document.querySelector('#root')).render(createElement(Chat));
