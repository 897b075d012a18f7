import { type Connection, ImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

const accepted = ['application/pdf', 'text/*', 'audio/*'];

export function Chat({ connection }: { connection: Connection }) {
  return <ImageChat connection={connection} acceptFiles={accepted} />;
}
