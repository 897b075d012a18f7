import { assembleMessages } from '../messages/index.js';
import type { ChatMessage, ImagePart } from '../messages/index.js';

/** Puts "Image 1:" before each picture of the questions. The same question always reads the same. */
export function labelQuestions(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  return messages.map((message) => {
    const images = message.parts.filter((part): part is ImagePart => part.type === 'image');
    if (message.role !== 'user' || images.length === 0) return message;
    const text = message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
    const [labelled = message] = assembleMessages({
      text,
      images,
      labels: true,
      createId: () => message.id,
    });
    return labelled;
  });
}
