import { type Connection, ImageChat } from 'image-chat-kit';
import { ConversationList, useConversations } from 'image-chat-kit/conversations';
import 'image-chat-kit/styles.css';

/** With `options: { background: true }` in the connection, an answer goes on while no tab is open. */
export function Chat({ connection }: { connection: Connection }) {
  const conversations = useConversations();
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '16rem 1fr', height: '100dvh' }}>
      <ConversationList conversations={conversations} />
      <ImageChat
        connection={connection}
        conversationKey={conversations.currentId}
        draftKey={conversations.currentId}
      />
    </div>
  );
}
