import { BatchPanel, type Connection } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

export function Archive({ connection }: { connection: Connection }) {
  return <BatchPanel connection={connection} storageKey="archive" />;
}
