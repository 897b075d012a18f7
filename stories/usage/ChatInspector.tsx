import { type Connection, ImageChatView, useImageChat } from 'image-chat-kit';
import { ChatInspector, useTraces } from 'image-chat-kit/devtools';
import 'image-chat-kit/styles.css';

export function Usage({ connection }: { connection: Connection }) {
  const traces = useTraces();
  const chat = useImageChat({ connection, onTrace: traces.onTrace });
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 22rem', height: '100dvh' }}>
      <ImageChatView chat={chat} />
      {import.meta.env.DEV && (
        <ChatInspector chat={chat} traces={traces} style={{ overflow: 'auto' }} />
      )}
    </div>
  );
}
