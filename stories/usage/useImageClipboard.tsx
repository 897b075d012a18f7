import { useImageClipboard, useImageQueue } from 'image-chat-kit';

export function PasteButton() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  const { isAvailable, paste } = useImageClipboard({ onImages: queue.addSources });
  return (
    <button type="button" disabled={!isAvailable} onClick={() => void paste()}>
      Paste from the clipboard
    </button>
  );
}
