// The chat with its list of conversations, over a server that finishes answers in the background.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ImageChat } from 'image-chat-kit';
import { ConversationList, useConversations } from 'image-chat-kit/conversations';
import { openaiResponses } from 'image-chat-kit/wire/openai-responses';
import 'image-chat-kit/styles.css';

const connection = {
  wire: openaiResponses,
  baseUrl: '/v1',
  model: 'gpt-5.6-terra',
  options: { background: true },
};
const style = { display: 'grid', gridTemplateColumns: '16rem 1fr', height: '100dvh' };

function Chats() {
  const conversations = useConversations();
  const { currentId, store } = conversations;
  return createElement(
    'div',
    { style },
    createElement(ConversationList, { conversations }),
    createElement(ImageChat, {
      connection,
      conversationKey: currentId,
      conversationStore: store,
      draftKey: currentId,
    }),
  );
}

createRoot(document.querySelector('#root')).render(createElement(Chats));
