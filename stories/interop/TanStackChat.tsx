import { ChatClient, type UIMessage } from '@tanstack/ai-client';
import { useState, type FormEvent, type ReactElement } from 'react';
import { ImageDropzone, ImageTray, useImageQueue } from '../../src/index.js';
import type { ChatTrace, Connection } from '../../src/index.js';
import { createConnectionAdapter, toContentParts } from '../../src/interop/tanstack-ai.js';
import { Markdown } from '../../src/markdown.js';

export interface TanStackChatProps {
  connection: Connection;
  onTrace?: (trace: ChatTrace) => void;
}

export function TanStackChat({ connection, onTrace }: TanStackChatProps): ReactElement {
  const [messages, setMessages] = useState<readonly UIMessage[]>([]);
  const [error, setError] = useState<Error>();
  const [isLoading, setLoading] = useState(false);
  const [client] = useState(
    () =>
      new ChatClient({
        connection: createConnectionAdapter({ connection, ...(onTrace && { onTrace }) }),
        onMessagesChange: setMessages,
        onErrorChange: setError,
        onLoadingChange: setLoading,
      }),
  );
  const [text, setText] = useState('What is in these images?');
  const queue = useImageQueue({ model: connection.model });
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const images = await toContentParts(queue.parts);
    queue.clear();
    await client.sendMessage({ content: [{ type: 'text', content: text }, ...images] });
  };
  return (
    <form className="st-card" onSubmit={(event) => void onSubmit(event)}>
      {messages.map(({ id, role, parts }) => (
        <article key={id}>
          <h3>{role}</h3>
          {parts.map((part, index) => {
            if (part.type === 'text') return <Markdown key={index} text={part.content} />;
            if (part.type !== 'image' || part.source.type !== 'data') return null;
            const { mimeType, value } = part.source;
            const url = `data:${mimeType};base64,${value}`;
            return <img key={index} className="st-thumb" src={url} alt="" />;
          })}
        </article>
      ))}
      {error && (
        <p role="alert" className="st-bad">
          {error.message}
        </p>
      )}
      <ImageDropzone onImages={queue.addSources} />
      <ImageTray queue={queue} />
      <label className="st-field">
        Question
        <input value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button
        type="submit"
        className="st-button"
        data-primary
        disabled={isLoading || queue.isPreparing || text === ''}
      >
        Ask
      </button>
    </form>
  );
}
