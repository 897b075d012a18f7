import { ImageDropzone, ImageTray, useImageQueue } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

export function Images({ onOpen }: { onOpen: (id: string) => void }) {
  const queue = useImageQueue({ model: 'claude-sonnet-5', detail: 'high' });
  return (
    <ImageDropzone onImages={queue.addSources}>
      <ImageTray queue={queue} onOpen={onOpen} />
    </ImageDropzone>
  );
}
