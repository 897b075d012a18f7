import { useImageQueue } from 'image-chat-kit';
import { Dropzone } from 'image-chat-kit/parts';

/** Parts bring behaviour, words and state, and no looks. */
export function Upload() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  return (
    <Dropzone.Root onImages={queue.addSources} isPageWide>
      <Dropzone.Hint />
    </Dropzone.Root>
  );
}
