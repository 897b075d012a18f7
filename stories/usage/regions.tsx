import { type Connection, ImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

/** Places in answers are drawn on the image without any setting. */
export function Chat({ connection }: { connection: Connection }) {
  return <ImageChat connection={connection} />;
}
