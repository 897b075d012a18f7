import { Composer, type Connection, KitRoot, MessageList, useImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

export function Chat({ connection }: { connection: Connection }) {
  const chat = useImageChat({ connection });
  return (
    <KitRoot style={{ display: 'grid', gridTemplateRows: '1fr auto', height: '100dvh' }}>
      <MessageList chat={chat} empty={<p>Ask about an image.</p>} />
      <Composer composer={chat.composer} isBusy={chat.status !== 'ready'} onStop={chat.stop} />
    </KitRoot>
  );
}
