import type { FileUIPart } from 'ai';
import { useState, type DragEvent, type FormEvent, type KeyboardEvent } from 'react';

export interface PromptInputMessage {
  text: string;
  files: FileUIPart[];
}

export interface PromptInputProps {
  /** Like AI Elements' `PromptInput`: files arrive as data URLs, and stay in the form if this rejects. */
  onSubmit: (message: PromptInputMessage) => Promise<void>;
}

/** A stand-in for AI Elements' component of the same name. Replace it with yours: `npx ai-elements add prompt-input`. */
export function PromptInput({ onSubmit }: PromptInputProps) {
  const [files, setFiles] = useState<File[]>([]);
  const [isOver, setIsOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    setFiles([...files, ...event.dataTransfer.files]);
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get('message'));
    await onSubmit({ text, files: await Promise.all(files.map(toFileUIPart)) });
    form.reset();
    setFiles([]);
  }

  return (
    <form
      onSubmit={(event) => void submit(event).catch(() => undefined)}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      data-drop-target={isOver || undefined}
    >
      <ul>
        {files.map(({ name }, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
      <textarea name="message" aria-label="Message" rows={4} onKeyDown={submitOnEnter} />
      <label>
        Add images
        <input
          type="file"
          accept="image/*"
          multiple
          onChange={({ target }) => setFiles([...files, ...(target.files ?? [])])}
        />
      </label>
      <button type="submit">Send</button>
    </form>
  );
}

function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

function toFileUIPart(file: File): Promise<FileUIPart> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve({
        type: 'file',
        url: String(reader.result),
        mediaType: file.type,
        filename: file.name,
      }),
    );
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
