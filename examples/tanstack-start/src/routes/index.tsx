import { createFileRoute } from '@tanstack/react-router';
import { ImageChat } from 'image-chat-kit';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';

const connection = { wire: openaiChat, baseUrl: '/api', model: 'gpt-4o' };

export const Route = createFileRoute('/')({
  component: () => (
    <div style={{ height: '100dvh' }}>
      <ImageChat connection={connection} />
    </div>
  ),
});
