import { type ReactElement, useEffect } from 'react';
import '../../../src/components/styles.css';
import type { ChatEntry, Connection } from '../../../src/chat/index.ts';
import { ImageChatView } from '../../../src/components/index.ts';
import { useImageChat } from '../../../src/react/index.ts';
import { openaiChat } from '../../../src/wire/openai-chat/index.ts';
import type { StreamPlan } from '../chat-protocol.ts';
import { oldAnswer, oldQuestion } from './answer.ts';
import type { ChatControls, Contender } from './contender.ts';
import { openaiStream } from './openai-stream.ts';

function earlier({ messages }: StreamPlan): ChatEntry[] {
  return Array.from({ length: messages }, (_, index) => {
    const isQuestion = index % 2 === 0;
    const text = isQuestion ? oldQuestion : oldAnswer;
    return {
      message: {
        id: `m${index}`,
        role: isQuestion ? ('user' as const) : ('assistant' as const),
        parts: [{ type: 'text' as const, text }],
      },
      ...(!isQuestion && { answer: { status: 'complete' as const, startedAtMs: 0 } }),
    };
  });
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
