import type { FormEvent, ReactElement } from 'react';
import { useImageChat, useImagePicker } from '../../src/index.js';
import { useObjectUrl } from '../../src/parts.js';
import type { Connection, ImagePart, MessagePart } from '../../src/index.js';

export function PlainChat({ connection }: { connection: Connection }): ReactElement {
  const { entries, composer, status, stop, error } = useImageChat({ connection });
  const { text, setText, queue, canSend, submit } = composer;
  const { inputProps, open } = useImagePicker({ onImages: queue.addSources });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void submit();
  };
  return (
    <form onSubmit={onSubmit}>
      {entries.map(({ message }) => (
        <article key={message.id}>
          <b>{message.role}</b>
          {message.parts.map((part) => (
            <Part key={part.type === 'image' ? part.id : part.type} part={part} />
          ))}
        </article>
      ))}
      {error && <p role="alert">{error.message}</p>}
      <p>{queue.items.map(({ name, status }) => `${name}: ${status}`).join(', ')}</p>
      <textarea aria-label="Question" value={text} onChange={(e) => setText(e.target.value)} />
      <input {...inputProps} />
      <button type="button" onClick={open}>
        Add images
      </button>
      {status === 'ready' ? (
        <button type="submit" disabled={!canSend}>
          Ask
        </button>
      ) : (
        <button type="button" onClick={stop}>
          Stop
        </button>
      )}
    </form>
  );
}

function Part({ part }: { part: MessagePart }): ReactElement | null {
  if (part.type === 'text') return <p>{part.text}</p>;
  return part.type === 'image' ? <Image part={part} /> : null;
}

function Image({ part: { data, alt = '' } }: { part: ImagePart }): ReactElement {
  return <img src={useObjectUrl(data.kind === 'bytes' ? data.bytes : undefined)} alt={alt} />;
}
