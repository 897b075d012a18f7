import { type Connection, ImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

/** Quoting needs nothing: select words in an answer. */
export function Chat({ connection }: { connection: Connection }) {
  return <ImageChat connection={connection} readAloud />;
}
