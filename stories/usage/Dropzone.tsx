import { DropzoneHint, DropzoneRoot, useImageQueue } from 'image-chat-kit';

/** Parts bring behaviour, words and state, and no looks. */
export function Upload() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  return (
    <DropzoneRoot onImages={queue.addSources} isPageWide>
      <DropzoneHint />
    </DropzoneRoot>
  );
}
