import { type Connection, ImageChat } from 'image-chat-kit';
import { germanWords } from 'image-chat-kit/words/german';
import 'image-chat-kit/styles.css';

export function Chat({ connection }: { connection: Connection }) {
  return <ImageChat connection={connection} words={germanWords} lang="de" />;
}
