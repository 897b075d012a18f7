import type { ChatEntry } from '../../../chat/types.js';

/** An answer is read again when it has grown by this factor, so that all readings together cost in proportion to its length. */
const GROWTH = 1.125;
/** A short answer is read again when it has grown by this much. */
const MIN_GROWTH_CHARACTERS = 100;

/**
 * Returns a function that leaves out most states of a streaming answer: it returns the last state that was worth
 * reading, and any other answer as it is.
 */
export function createEntrySampler(): (entry: ChatEntry) => ChatEntry {
  let sampled: ChatEntry | undefined;
  let nextCharacters = 0;
  return (entry) => {
    const characters = charactersOf(entry);
    const isGrowing =
      entry.answer?.status === 'streaming' &&
      entry.message.id === sampled?.message.id &&
      characters < nextCharacters;
    if (isGrowing && sampled) return sampled;
    sampled = entry;
    nextCharacters = Math.max(characters * GROWTH, characters + MIN_GROWTH_CHARACTERS);
    return entry;
  };
}

function charactersOf({ message }: ChatEntry): number {
  let characters = 0;
  for (const part of message.parts) {
    if (part.type === 'text') characters += part.text.length;
    if (part.type === 'tool-call') characters += part.arguments.length + (part.result?.length ?? 0);
  }
  return characters;
}
