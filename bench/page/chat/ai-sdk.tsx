import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport, type UIMessage } from 'ai';
import { memo, type ReactElement, useEffect, useRef } from 'react';
import { type PluginConfig, Streamdown } from 'streamdown';
import type { StreamPlan } from '../chat-protocol.ts';
import { answerTokens, oldQuestion } from './answer.ts';
import type { ChatControls, Contender } from './contender.ts';
import { oldMessages, imageSize } from './old-messages.ts';
import { pacedResponse, toEvent } from './paced-response.ts';
import { streamdownPlugins } from './streamdown-plugins.js';

/** As AI Elements has it: an answer is drawn again when its text has changed. */
const MemoStreamdown = memo(Streamdown, (before, after) => before.children === after.children);

function earlier(plan: StreamPlan): UIMessage[] {
  return oldMessages(plan).map(({ id, role, text, image }) => ({
    id,
    role,
    parts: [
      ...(image
        ? [
            {
              type: 'file' as const,
              mediaType: image.type,
              url: URL.createObjectURL(image),
            },
          ]
        : []),
      { type: 'text' as const, text },
    ],
  }));
}

function uiStream(plan: StreamPlan): typeof fetch {
  const events = [
    toEvent({ type: 'start' }) + toEvent({ type: 'text-start', id: 't' }),
    ...answerTokens(plan).map((delta) => toEvent({ type: 'text-delta', id: 't', delta })),
    toEvent({ type: 'text-end', id: 't' }) + toEvent({ type: 'finish' }) + toEvent('[DONE]'),
  ];
  return (_input, init) =>
    Promise.resolve(pacedResponse(events, plan.tokensPerSecond, init?.signal));
}

interface ChatProps {
  plugins: PluginConfig | undefined;
  transport: DefaultChatTransport<UIMessage>;
  initial: UIMessage[];
  onReady: (controls: ChatControls) => void;
}

function Chat({ plugins, transport, initial, onReady }: ChatProps): ReactElement {
  // Without a pause between two drawings, React gives a fast stream up: "Maximum update depth exceeded".
  const { messages, sendMessage, status } = useChat({ transport, messages: initial, throttle: 50 });
  useEffect(() =>
    onReady({
      ask: () => void sendMessage({ text: oldQuestion }),
      isBusy: () => status === 'submitted' || status === 'streaming',
    }),
  );
  const list = useRef<HTMLDivElement>(null);
  // The other two follow the answer as it grows.
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  });
  return (
    <div ref={list} style={{ overflowY: 'auto' }}>
      {messages.map(({ id, role, parts }) => (
        <article key={id} data-role={role}>
          {parts.map((part, index) =>
            part.type === 'file' ? (
              <img key={`${id}-${index}`} src={part.url} alt="" {...imageSize} />
            ) : part.type !== 'text' ? null : role === 'user' ? (
              <p key={`${id}-${index}`}>{part.text}</p>
            ) : (
              <MemoStreamdown key={`${id}-${index}`} {...(plugins && { plugins })}>
                {part.text}
              </MemoStreamdown>
            ),
          )}
        </article>
      ))}
    </div>
  );
}

const contender = (name: string, plugins?: PluginConfig): Contender => ({
  name,
  render: (plan, onReady) => (
    <Chat
      plugins={plugins}
      transport={new DefaultChatTransport({ api: '/chat', fetch: uiStream(plan) })}
      initial={earlier(plan)}
      onReady={onReady}
    />
  ),
});

export const aiSdk = contender('AI SDK useChat, Streamdown');
/** What answers with code and math need: Streamdown shows both as plain text without its plugins. */
export const aiSdkWithPlugins = contender(
  'AI SDK useChat, Streamdown with code and math',
  streamdownPlugins,
);
