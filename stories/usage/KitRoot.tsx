import { ImageDropzone, ImageTray, KitRoot, useImageQueue } from 'image-chat-kit';
import { germanWords } from 'image-chat-kit/words/german';
import 'image-chat-kit/styles.css';

/** One theme, one language and one live region for several parts. */
export function Images() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  return (
    <KitRoot theme="dark" words={germanWords} lang="de">
      <ImageDropzone onImages={queue.addSources} />
      <ImageTray queue={queue} />
    </KitRoot>
  );
}
