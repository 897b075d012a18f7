import type { AnswerPartsWords } from '../english/answer-parts.js';

export const germanAnswerPartsWords: AnswerPartsWords = {
  thinking: 'Denkt nach …',
  thoughtFor: (duration) => `Nachgedacht: ${duration}`,
  thoughts: 'Gedanken',
  toolState: (state, isRunning) => {
    if (state === 'done') return 'Fertig';
    if (state === 'failed') return 'Fehlgeschlagen';
    return isRunning ? 'Läuft …' : 'In diesem Chat nicht ausgeführt';
  },
  toolArguments: 'Argumente',
  toolResult: 'Ergebnis',
  sources: 'Quellen',
  files: 'Dateien',
  unnamedFile: 'Datei ohne Namen',
  fileAttached: (name) => `${name} angehängt`,
  downloadFile: (name) => `${name} herunterladen`,
  notShown: 'Ein Teil dieser Nachricht ließ sich nicht anzeigen.',
  goodAnswer: 'Gute Antwort',
  badAnswer: 'Schlechte Antwort',
};
