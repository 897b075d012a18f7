import { countIn } from '../count-in.js';
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
  pastedText: (lines) =>
    countIn('de', lines, {
      one: 'Eingefügter Text, # Zeile',
      other: 'Eingefügter Text, # Zeilen',
    }),
  putIntoMessage: 'In die Nachricht übernehmen',
  notShown: 'Ein Teil dieser Nachricht ließ sich nicht anzeigen.',
  quote: 'Zitieren',
  readAloud: 'Vorlesen',
  stopReading: 'Vorlesen beenden',
  readingFailed: 'Die Antwort konnte nicht vorgelesen werden. Versuche es erneut.',
  codeBlock: (label) => (label === '' ? 'Code.' : `Code: ${label}.`),
  formula: 'Formel',
  goodAnswer: 'Gute Antwort',
  badAnswer: 'Schlechte Antwort',
  makingImage: 'Ein Bild entsteht …',
  imageUnfinished:
    'Dieses Bild wurde nicht fertig. Es ist die letzte Vorschau, die angekommen ist.',
  noImageMade: 'Dieses Bild ist nicht entstanden. Versuche es erneut oder formuliere die Frage um.',
  imageUnreachable: 'Dieses Bild konnte nicht geladen werden.',
  imageBroken:
    'Dieses Bild lässt sich nicht anzeigen: Seine Daten sind beschädigt. Versuche es erneut.',
  copyImage: 'Bild kopieren',
  saveImage: 'Bild speichern',
  objectUnfit: 'Die Antwort hat nicht die verlangte Form. Ihr Text steht darunter.',
  noObject: 'Die Antwort enthält keine vollständigen Daten. Ihr Text steht darunter.',
  yes: 'Ja',
  no: 'Nein',
  moreRows: (count) => `${count} weitere Zeilen stehen im Text, den „Kopieren“ übernimmt.`,
};
