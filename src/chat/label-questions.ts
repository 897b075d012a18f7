import { assembleMessages, mentionsImage } from '../messages/index.js';
import type { ChatMessage, ImagePart } from '../messages/index.js';

export interface LabelOptions {
  /** Labels the pictures of every question; `names` adds the names of their files. @defaultValue true */
  labels?: boolean | 'names';
  /** Writes the person's description of a picture into its label. @defaultValue false */
  altTexts?: boolean;
}

/**
 * Puts "Image 1:" before each picture of the questions, or only where something depends on it: a mention in the text, a
 * legend, a description. The same question always reads the same.
 */
export function labelQuestions(
  messages: readonly ChatMessage[],
  { labels = true, altTexts = false }: LabelOptions = {},
): readonly ChatMessage[] {
  return messages.map((message) => {
    const images = message.parts.filter((part): part is ImagePart => part.type === 'image');
    if (message.role !== 'user' || images.length === 0) return message;
    const text = message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
    const isDescribed = images.some(
      ({ legend, alt }) => legend?.trim() || (altTexts && alt?.trim()),
    );
    if (!labels && !isDescribed && !mentionsImage(text, images.length)) return message;
    const [labelled = message] = assembleMessages({
      text,
      images,
      labels,
      altTexts,
      createId: () => message.id,
    });
    return labelled;
  });
}
