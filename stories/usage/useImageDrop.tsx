import { useImageDrop, useImageQueue } from 'image-chat-kit';

export function DropZone() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  const { dropProps, isDropTarget, draggedCount } = useImageDrop({
    onImages: queue.addSources,
    onReject: ({ name, message }) => console.warn(name, message),
    accept: ['image/png', 'image/jpeg'],
    maxFiles: 4,
  });
  return (
    <div {...dropProps}>
      {isDropTarget ? `Drop to add ${draggedCount} images` : `${queue.items.length} images`}
    </div>
  );
}
