import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport } from 'ai';
import { prepareFileUIParts } from 'image-chat-kit/interop/ai-sdk';
import { useState } from 'react';
import { PromptInput, type PromptInputMessage } from './PromptInput';

const transport = new DefaultChatTransport({ api: '/api/chat' });

export default function App() {
  const { messages, sendMessage, status, error } = useChat({ transport });
  const [refusal, setRefusal] = useState('');

  // The one line that the kit adds: the images are made to fit the model before they are sent.
  async function ask({ text, files }: PromptInputMessage) {
    setRefusal('');
    try {
      await sendMessage({ text, files: await prepareFileUIParts(files, { model: 'gpt-4o' }) });
    } catch (cause) {
      setRefusal((cause as Error).message);
      throw cause;
    }
  }

  return (
    <main>
      {messages.map(({ id, role, parts }, index) => (
        <article
          key={id}
          data-role={role}
          data-status={status === 'ready' || index < messages.length - 1 ? 'complete' : status}
        >
          {parts.map((part, place) => {
            if (part.type === 'text') return <p key={place}>{part.text}</p>;
            if (part.type !== 'file') return null;
            return <img key={place} src={part.url} alt={part.filename ?? ''} height={120} />;
          })}
        </article>
      ))}
      {(refusal || error) && <p role="alert">{refusal || error?.message}</p>}
      <PromptInput onSubmit={ask} />
    </main>
  );
}
