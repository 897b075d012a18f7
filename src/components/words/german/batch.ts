import type { BatchResult } from '../../../batch/types.js';
import type { BatchWords } from '../english/batch.js';
import { countIn } from '../count-in.js';
import { germanError } from './failures.js';
import { formatNumber } from '../format-number.js';

const images = (count: number): string =>
  countIn('de', count, { one: '# Bild', other: '# Bilder' });
const number = (value: number): string => formatNumber(value, 'de');

const states: Record<BatchResult['status'], string> = {
  succeeded: 'beantwortet',
  failed: 'fehlgeschlagen',
  expired: 'nicht rechtzeitig fertig',
  cancelled: 'abgebrochen',
  missing: 'keine Antwort gekommen',
  unreadable: 'nicht lesbar',
};

/** The batch panel in German. */
export const germanBatchWords: BatchWords = {
  title: 'Eine Frage, viele Bilder',
  intro:
    'Jedes Bild wird auf diesem Gerät angepasst und bekommt dieselbe Frage. Die Antworten kommen innerhalb eines Tages.',
  chooseImages: 'Bilder auswählen',
  chooseFolder: 'Ordner auswählen',
  dropHint: 'Bilder oder einen ganzen Ordner hierher ziehen',
  images,
  clear: 'Leeren',
  question: 'Frage',
  questionHint: 'Was möchten Sie von jedem Bild wissen?',
  write: (count) => (count === 0 ? 'Bilder vorbereiten' : `${images(count)} vorbereiten`),
  writing: (done, total) =>
    `Bild ${number(Math.min(done + 1, total))} von ${number(total)} wird angepasst …`,
  stop: 'Anhalten',
  files: 'Batch-Dateien',
  requests: (count) => countIn('de', count, { one: '# Anfrage', other: '# Anfragen' }),
  downloadFile: (name) => `${name} herunterladen`,
  leftOut: (count) =>
    countIn('de', count, { one: '# Bild wird ausgelassen', other: '# Bilder werden ausgelassen' }),
  submit: (files) =>
    countIn('de', files, { one: 'Batch einreichen', other: '# Batches einreichen' }),
  submitHint: 'Oder die Dateien herunterladen und selbst einreichen.',
  submitting: 'Wird übergeben …',
  running: (done, total) => `${number(done)} von ${number(total)} beantwortet`,
  runningHint:
    'Sie können diese Seite schließen: Es geht weiter und ist da, wenn Sie wiederkommen.',
  runningHintWithoutReload: 'Bitte diese Seite offen lassen, bis die Antworten da sind.',
  cancel: 'Batch abbrechen',
  ended: (completed, failed) => {
    const answers = countIn('de', completed, { one: '# Antwort', other: '# Antworten' });
    return failed === 0 ? answers : `${answers}, ${number(failed)} ohne`;
  },
  failed: 'Der Anbieter konnte diesen Batch nicht bearbeiten.',
  readingResults: 'Antworten werden geholt …',
  answers: 'Antworten',
  image: 'Bild',
  answer: 'Antwort',
  objectUnfit: 'Die Antwort hat nicht die verlangten Felder. Ihr Text:',
  noObject: 'Die Antwort enthält keine vollständigen Daten. Ihr Text:',
  tokens: 'Token',
  downloadCsv: 'CSV herunterladen',
  downloadJsonl: 'JSONL herunterladen',
  showMore: (count) => `${number(count)} weitere zeigen`,
  showAll: 'Alle zeigen',
  showLess: 'Weniger zeigen',
  resultState: (status) => states[status],
  startOver: 'Von vorn beginnen',
  tryAgain: 'Noch einmal versuchen',
  error: germanError,
};
