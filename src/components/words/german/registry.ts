import type { RegistryWords } from '../english/registry.js';

export const germanRegistryWords: RegistryWords = {
  commands: 'Befehle',
  mentions: 'Erwähnungen',
  itemsOffered: (count) =>
    count === 1
      ? '1 Vorschlag. Eingabe übernimmt ihn.'
      : `${count} Vorschläge. Die Pfeiltasten wählen aus.`,
  searchFailed:
    'Die Vorschläge konnten nicht geladen werden. Tippen Sie weiter, um es noch einmal zu versuchen.',
};
