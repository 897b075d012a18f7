import { type Connection, EmptyChat, ImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

export function Chat({ connection }: { connection: Connection }) {
  const invitation = (
    <EmptyChat>
      <a href="/examples">See what others asked</a>
    </EmptyChat>
  );
  return <ImageChat connection={connection} empty={invitation} />;
}
