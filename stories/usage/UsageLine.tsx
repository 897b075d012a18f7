import { type Connection, UsageLine, useImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

export function Usage({ connection }: { connection: Connection }) {
  const { totals } = useImageChat({ connection });
  return <UsageLine totals={totals} />;
}
