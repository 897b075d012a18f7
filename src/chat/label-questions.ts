import { assembleMessages } from '../messages/index.js';
import type { ChatMessage, ImagePart } from '../messages/index.js';

/**
 * Puts "Image 1:" before each picture of the questions, or only before those with a legend. The same question always
 * reads the same.
 */
export function labelQuestions(
  messages: readonly ChatMessage[],
  { labels = true }: { labels?: boolean } = {},
): readonly ChatMessage[] {
  return messages.map((message) => {
    const images = message.parts.filter((part): part is ImagePart => part.type === 'image');
    const hasLabels = labels ? images.length > 0 : images.some(({ legend }) => legend?.trim());
    if (message.role !== 'user' || !hasLabels) return message;
    const text = message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
    const [labelled = message] = assembleMessages({
      text,
      images,
      labels,
      createId: () => message.id,
    });
    return labelled;
  });
}
