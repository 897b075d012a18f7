import { useImagePicker, useImageQueue } from 'image-chat-kit';

export function Upload() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  const { inputProps, open } = useImagePicker({ onImages: queue.addSources, isMultiple: true });
  return (
    <>
      <input {...inputProps} hidden />
      <button type="button" onClick={open}>
        Upload images
      </button>
    </>
  );
}
