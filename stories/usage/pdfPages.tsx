import { type Connection, ImageChat } from 'image-chat-kit';
import { pdfPages } from 'image-chat-kit/pdf';
import 'image-chat-kit/styles.css';

const intake = { fileSources: [pdfPages()] };

export function Chat({ connection }: { connection: Connection }) {
  return <ImageChat connection={connection} intake={intake} />;
}
