import { useImagePaste, useImageQueue } from 'image-chat-kit';

/** Where the clipboard holds text and an image of that text, as from a spreadsheet, the text is pasted. */
export function Question() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  const { pasteProps } = useImagePaste({ onImages: queue.addSources, mixedContent: 'text' });
  return <textarea {...pasteProps} aria-label={`Question about ${queue.items.length} images`} />;
}
