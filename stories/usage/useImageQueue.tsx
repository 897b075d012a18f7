import { useImagePicker, useImageQueue } from 'image-chat-kit';

export function Images() {
  const queue = useImageQueue({ model: 'gpt-5.6-terra', detail: 'auto', maxTotalTokens: 1500 });
  const { inputProps } = useImagePicker({ onImages: queue.addSources });
  return (
    <>
      <input {...inputProps} aria-label="Upload images" />
      <ol>
        {queue.items.map(({ id, name, status, prepared, error }) => (
          <li key={id}>
            {name}: {error?.message ?? (prepared ? `${prepared.tokens} tokens` : status)}
            <button type="button" onClick={() => queue.setDetail(id, 'low')}>
              Low detail
            </button>
            <button type="button" onClick={() => queue.remove(id)}>
              Remove
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
