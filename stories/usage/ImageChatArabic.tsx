import { type Connection, ImageChat } from 'image-chat-kit';
import { arabicWords } from 'image-chat-kit/words/arabic';
import 'image-chat-kit/styles.css';

export function Chat({ connection }: { connection: Connection }) {
  return <ImageChat connection={connection} words={arabicWords} lang="ar" dir="rtl" />;
}
