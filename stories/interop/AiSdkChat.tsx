import { useChat } from '@ai-sdk/react';
import { useState, type FormEvent, type ReactElement } from 'react';
import { ImageDropzone, ImageTray, useImageQueue } from '../../src/index.js';
import type { ChatTrace, Connection } from '../../src/index.js';
import { createImageChatTransport, toFileUIParts } from '../../src/interop/ai-sdk.js';
import { Markdown } from '../../src/markdown.js';

export interface AiSdkChatProps {
  connection: Connection;
  onTrace?: (trace: ChatTrace) => void;
}

export function AiSdkChat({ connection, onTrace }: AiSdkChatProps): ReactElement {
  const [transport] = useState(() =>
    createImageChatTransport({ connection, ...(onTrace && { onTrace }) }),
  );
  const { messages, sendMessage, status, error } = useChat({ transport });
  const [text, setText] = useState('What is in these images?');
  const queue = useImageQueue({ model: connection.model });
  const isBusy = status === 'submitted' || status === 'streaming';
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const files = await toFileUIParts(queue.parts);
    queue.clear();
    await sendMessage({ text, files });
  };
  return (
    <form className="st-card" onSubmit={(event) => void onSubmit(event)}>
      {messages.map(({ id, role, parts }) => (
        <article key={id}>
          <h3>{role}</h3>
          {parts.map((part, index) => {
            if (part.type === 'text') return <Markdown key={index} text={part.text} />;
            if (part.type !== 'file') return null;
            return (
              <img key={index} className="st-thumb" src={part.url} alt={part.filename ?? ''} />
            );
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
        disabled={isBusy || queue.isPreparing || text === ''}
      >
        Ask
      </button>
    </form>
  );
}
