import { type ReactElement, useEffect } from 'react';
import '../../../src/components/styles.css';
import type { ChatEntry, Connection } from '../../../src/chat/types.ts';
import { ImageChatView } from '../../../src/components/styled/chat/ImageChatView.tsx';
import type { ImagePart } from '../../../src/messages/types.ts';
import { useImageChat } from '../../../src/react/use-image-chat.ts';
import { openaiChat } from '../../../src/wire/openai-chat/index.ts';
import type { StreamPlan } from '../chat-protocol.ts';
import { oldQuestion } from './answer.ts';
import type { ChatControls, Contender } from './contender.ts';
import { oldMessages, imageSize } from './old-messages.ts';
import { openaiStream } from './openai-stream.ts';

function earlier(plan: StreamPlan): ChatEntry[] {
  return oldMessages(plan).map(({ id, role, text, image }) => ({
    message: {
      id,
      role,
      parts: [...(image ? [imageOf(`${id}-image`, image)] : []), { type: 'text' as const, text }],
    },
    ...(role === 'assistant' && { answer: { status: 'complete' as const, startedAtMs: 0 } }),
  }));
}

function imageOf(id: string, bytes: Blob): ImagePart {
  return {
    type: 'image',
    id,
    mediaType: 'image/jpeg',
    detail: 'auto',
    data: { kind: 'bytes', bytes },
    ...imageSize,
  };
}

interface ChatProps {
  connection: Connection;
  initialEntries: ChatEntry[];
  onReady: (controls: ChatControls) => void;
}

function Chat({ connection, initialEntries, onReady }: ChatProps): ReactElement {
  const chat = useImageChat({ connection, initialEntries });
  useEffect(() =>
    onReady({
      ask: () => void chat.send({ text: oldQuestion }),
      isBusy: () => chat.status !== 'ready',
    }),
  );
  return <ImageChatView chat={chat} />;
}

export const kit: Contender = {
  name: 'image-chat-kit',
  render: (plan, onReady) => (
    <Chat
      connection={{
        wire: openaiChat,
        model: 'gpt-4o',
        baseUrl: 'https://bench.invalid/v1',
        fetch: openaiStream(plan),
      }}
      initialEntries={earlier(plan)}
      onReady={onReady}
    />
  ),
};
