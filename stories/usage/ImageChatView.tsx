import { type Connection, ImageChatView, useImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

/** The same look around a hook that the app calls itself. */
export function Chat({ connection }: { connection: Connection }) {
  const chat = useImageChat({ connection, conversationKey: 'support' });
  return <ImageChatView chat={chat} header={<h1>{chat.entries.length} messages</h1>} />;
}
