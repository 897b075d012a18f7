import { useState } from 'react';
import { useImageLink, useImageQueue } from 'image-chat-kit';

export function FromUrl() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  const { add, isLoading } = useImageLink({ onImages: queue.addSources });
  const [url, setUrl] = useState('');
  const [problem, setProblem] = useState('');
  const submit = async (): Promise<void> => {
    const rejection = await add(url);
    setProblem(rejection?.message ?? '');
  };
  return (
    <form action={submit}>
      <input
        aria-label="URL of an image"
        value={url}
        onChange={(event) => setUrl(event.target.value)}
      />
      <button type="submit" disabled={isLoading}>
        Add
      </button>
      <p role="alert">{problem}</p>
    </form>
  );
}
