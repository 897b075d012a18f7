import { ImageChat } from 'image-chat-kit';
import { createDemoBackend } from 'image-chat-kit/demo';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import 'image-chat-kit/styles.css';

/** The demo backend fails on order, so that an app can try its own error paths. `demoFaults` lists the names. */
const connection = {
  wire: openaiChat,
  baseUrl: '/api',
  model: 'gpt-4o',
  fetch: createDemoBackend({ fault: '429-retry-after-3600' }),
};

export function App() {
  return (
    <div style={{ height: '100dvh' }}>
      <ImageChat connection={connection} />
    </div>
  );
}
