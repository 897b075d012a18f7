'use client';

import { ImageChat } from 'image-chat-kit';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import 'image-chat-kit/styles.css';

const connection = { wire: openaiChat, baseUrl: '/api', model: 'gpt-4o' };

export default function Page() {
  return (
    <div style={{ height: '100dvh' }}>
      <ImageChat connection={connection} />
    </div>
  );
}
