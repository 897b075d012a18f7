import { imageLabel, labelledNumber, labelName } from './image-label.js';
import { mentionsImage, nameMentions } from './mentions.js';
import type { ChatMessage, ImagePart, MessagePart } from './types.js';

export interface LabelOptions {
  /** Labels the images of every question; `names` adds their file names. @defaultValue true */
  labels?: boolean | 'names';
  /** Includes the user's description of an image in its label. @defaultValue false */
  altTexts?: boolean;
}

/**
 * Puts "Image 1:" before each image of the questions, or only where it is needed: a mention in the text, a
 * legend, a description. Existing labels stay, so the same question always reads the same.
 */
export function labelQuestions(
  messages: readonly ChatMessage[],
  options: LabelOptions = {},
): readonly ChatMessage[] {
  return messages.map((message) => {
    if (message.role !== 'user') return message;
    const parts = labelParts(message.parts, options);
    return parts === message.parts ? message : { ...message, parts };
  });
}

/** Returns the same parts if there is nothing to label. */
export function labelParts(
  parts: readonly MessagePart[],
  { labels = true, altTexts = false }: LabelOptions,
): readonly MessagePart[] {
  const images = parts.filter((part) => part.type === 'image');
  const labelsAll =
    labels !== false ||
    parts.some((part) => part.type === 'text' && mentionsImage(part.text, images.length));
  const wordsOf = ({ name, alt, legend }: ImagePart) => ({
    words: (altTexts && alt?.trim()) || (labels === 'names' && labelName(name)) || '',
    legend: legend?.trim() ?? '',
  });
  const isLabelled = (image: ImagePart): boolean => {
    const { words, legend } = wordsOf(image);
    return labelsAll || words !== '' || legend !== '';
  };
  if (!images.some(isLabelled)) return parts;

  let number = 0;
  return parts.flatMap((part, index): MessagePart[] => {
    if (part.type === 'text') return [{ ...part, text: nameMentions(part.text, images.length) }];
    if (part.type !== 'image') return [part];
    number += 1;
    const before = parts[index - 1];
    const hasLabel = before?.type === 'text' && labelledNumber(before.text) !== undefined;
    if (hasLabel || !isLabelled(part)) return [part];
    const { words, legend } = wordsOf(part);
    return [{ type: 'text', text: imageLabel(number, words, legend) }, part];
  });
}
