/** The words for the commands and mentions of an app. They load with their menu. */
export interface RegistryWords {
  /** Label of the list that a `/` offers. */
  commands: string;
  /** Label of the list that an `@` offers. */
  mentions: string;
  itemsOffered: (count: number) => string;
  searchFailed: string;
}

export const englishRegistryWords: RegistryWords = {
  commands: 'Commands',
  mentions: 'Mentions',
  itemsOffered: (count) =>
    count === 1 ? '1 suggestion. Enter takes it.' : `${count} suggestions. Arrow keys choose.`,
  searchFailed: 'Suggestions could not be loaded. Type on to try again.',
};
