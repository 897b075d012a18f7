import {
  AssistantRuntimeProvider,
  type ChatModelAdapter,
  MessagePrimitive,
  ThreadPrimitive,
  type ThreadMessageLike,
  useLocalRuntime,
} from '@assistant-ui/react';
import { memo, type ReactElement, useEffect } from 'react';
import { Streamdown } from 'streamdown';
import { readSse } from '../../../src/transport/read-sse.ts';
import type { StreamPlan } from '../chat-protocol.ts';
import { oldQuestion } from './answer.ts';
import type { ChatControls, Contender } from './contender.ts';
import { oldMessages, imageSize } from './old-messages.ts';
import { openaiStream } from './openai-stream.ts';

const MarkdownText = memo(({ text }: { text: string }) => <Streamdown>{text}</Streamdown>);

function earlier(plan: StreamPlan): ThreadMessageLike[] {
  return oldMessages(plan).map(({ role, text, image }) => ({
    role,
    content: [
      ...(image ? [{ type: 'image' as const, image: URL.createObjectURL(image) }] : []),
      { type: 'text' as const, text },
    ],
  }));
}

const Image = ({ image }: { image: string }): ReactElement => (
  <img src={image} alt="" {...imageSize} />
);

interface Delta {
  choices: { delta: { content?: string } }[];
}

function createModel(plan: StreamPlan): ChatModelAdapter {
  const fetch = openaiStream(plan);
  return {
    async *run({ abortSignal }) {
      const { body } = await fetch('/chat', { signal: abortSignal });
      if (!body) return;
      let text = '';
      for await (const { data } of readSse(body)) {
        if (data === '[DONE]') return;
        text += (JSON.parse(data) as Delta).choices[0]?.delta.content ?? '';
        yield { content: [{ type: 'text', text }] };
      }
    },
  };
}

const UserMessage = (): ReactElement => (
  <MessagePrimitive.Root data-role="user">
    <MessagePrimitive.Parts components={{ Image }} />
  </MessagePrimitive.Root>
);
const AssistantMessage = (): ReactElement => (
  <MessagePrimitive.Root data-role="assistant">
    <MessagePrimitive.Parts components={{ Text: MarkdownText }} />
  </MessagePrimitive.Root>
);
const components = { UserMessage, AssistantMessage };

interface ChatProps {
  model: ChatModelAdapter;
  initialMessages: ThreadMessageLike[];
  onReady: (controls: ChatControls) => void;
}

function Chat({ model, initialMessages, onReady }: ChatProps): ReactElement {
  const runtime = useLocalRuntime(model, { initialMessages });
  const { thread } = runtime;
  useEffect(() =>
    onReady({
      ask: () => thread.append(oldQuestion),
      isBusy: () => thread.getState().isRunning,
    }),
  );
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <ThreadPrimitive.Root>
        <ThreadPrimitive.Viewport style={{ overflowY: 'auto', height: '100%' }}>
          <ThreadPrimitive.Messages components={components} />
        </ThreadPrimitive.Viewport>
      </ThreadPrimitive.Root>
    </AssistantRuntimeProvider>
  );
}

export const assistantUi: Contender = {
  name: 'assistant-ui, Streamdown',
  render: (plan, onReady) => (
    <Chat model={createModel(plan)} initialMessages={earlier(plan)} onReady={onReady} />
  ),
};
