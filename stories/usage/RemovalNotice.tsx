import { type Connection, RemovalNotice, useImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

/** `MessageList` shows it where the message was. */
export function Undo({ connection }: { connection: Connection }) {
  const { beforeRemoval, undoRemove } = useImageChat({ connection });
  return beforeRemoval && <RemovalNotice onUndo={undoRemove} />;
}
