import { useState, type FormEvent, type ReactElement } from 'react';
import { type ChatMessage, useImageDrop, useImageMessage, useImageQueue } from '../../src/index.js';

export interface OwnClientProps {
  model: string;
  /** Your client: messages in, an answer out. */
  ask: (messages: readonly ChatMessage[]) => Promise<string>;
}

export function OwnClient({ model, ask }: OwnClientProps): ReactElement {
  const [text, setText] = useState('What is in these images?');
  const [answer, setAnswer] = useState('');
  const queue = useImageQueue({ model });
  const { dropProps, isDropTarget } = useImageDrop({
    onImages: queue.addSources,
    onArrival: queue.waitFor,
  });
  const { messages, imageTokens, problems, canSend } = useImageMessage({
    model,
    text,
    queue,
    labels: true,
  });
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAnswer('…');
    queue.clear();
    setAnswer(await ask(messages));
  };
  return (
    <form className="st-card" onSubmit={(event) => void onSubmit(event)}>
      <div {...dropProps} className="st-zone" data-over={isDropTarget || undefined}>
        {queue.items.length === 0
          ? 'Drop images here'
          : queue.items.map(({ name, status }) => `${name}: ${status}`).join(', ')}
      </div>
      <label className="st-field">
        Question
        <input value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      {problems.map(({ code, message }) => (
        <p key={code} className="st-bad">
          {message}
        </p>
      ))}
      <div className="st-row">
        <button type="submit" className="st-button" data-primary disabled={!canSend}>
          Ask
        </button>
        <span className="st-hint">
          {queue.parts.length} images, {imageTokens} tokens
        </span>
      </div>
      <output style={{ whiteSpace: 'pre-wrap' }}>{answer}</output>
    </form>
  );
}
