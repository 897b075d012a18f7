import type { AnswerObject, ResponseSchema } from '../objects/types.js';
import type { ObjectReader } from '../objects/create-object-reader.js';
import type { ChatEntry, SendInput } from './types.js';

/**
 * Remembers the schema that each question was asked with, so that it is asked again with the same. Schemas contain functions, and
 * are not stored: after a reload, a question is asked with that of the conversation.
 */
export function createQuestionSchemas(): {
  set: (questionId: string, input: SendInput) => void;
  of: (questionId: string, standard: ResponseSchema | undefined) => ResponseSchema | undefined;
} {
  const schemas = new Map<string, ResponseSchema | false>();
  return {
    set(questionId, { responseSchema }) {
      if (responseSchema !== undefined) schemas.set(questionId, responseSchema);
    },
    of(questionId, standard) {
      const own = schemas.get(questionId) ?? standard;
      return own === false ? undefined : own;
    },
  };
}

/** Returns the object of an answer in flight, as far as its text goes. */
export function sampledObject(reader: ObjectReader, entry: ChatEntry | undefined): AnswerObject {
  return reader.sample(textOf(entry));
}

/** Returns the object of a complete answer; `undefined` if the model refused, or called a tool instead. */
export async function finishedObject(
  reader: ObjectReader,
  entry: ChatEntry | undefined,
): Promise<AnswerObject | undefined> {
  const text = textOf(entry);
  const isOther = entry?.answer?.endReason === 'refusal' || text.trim() === '';
  return isOther ? undefined : reader.finish(text);
}

function textOf(entry: ChatEntry | undefined): string {
  return (entry?.message.parts ?? [])
    .map((part) => (part.type === 'text' ? part.text : ''))
    .join('');
}
