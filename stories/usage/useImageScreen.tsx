import { useImageQueue, useImageScreen } from 'image-chat-kit';

export function Screenshot() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  const { isAvailable, capture } = useImageScreen({ onImages: queue.addSources });
  return (
    <button type="button" disabled={!isAvailable} onClick={() => void capture()}>
      Take a screenshot
    </button>
  );
}
