import { Composer, type Connection, useImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

export function Ask({ connection }: { connection: Connection }) {
  const { composer, status, stop, fix } = useImageChat({ connection });
  return <Composer composer={composer} isBusy={status !== 'ready'} onStop={stop} onFix={fix} />;
}
