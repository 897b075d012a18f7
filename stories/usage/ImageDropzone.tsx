import { ImageDropzone, ImageTray, useImageQueue } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

export function Upload() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  return (
    <>
      <ImageDropzone onImages={queue.addSources} isPageWide />
      <ImageTray queue={queue} />
    </>
  );
}
