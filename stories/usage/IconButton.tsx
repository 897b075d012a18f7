import { type Connection, IconButton, ImageChat } from 'image-chat-kit';
import { Mic } from 'lucide-react';
import 'image-chat-kit/styles.css';

export function Chat({ connection, onDictate }: { connection: Connection; onDictate: () => void }) {
  const tools = <IconButton icon={Mic} label="Dictate" onClick={onDictate} />;
  return <ImageChat connection={connection} tools={tools} />;
}
