import type { PdfWords } from '../english/pdf.js';
import { formatNumber } from '../format-number.js';

export const germanPdfWords: PdfWords = {
  pagesOf: (fileName) => `Seiten von ${fileName}`,
  pages: 'Seiten',
  page: (number) => `Seite ${formatNumber(number, 'de')}`,
  imageName: (fileName, number) => `${fileName}, Seite ${number}`,
  opening: 'PDF wird geöffnet …',
  making: (done, count) =>
    `Seite ${formatNumber(done, 'de')} von ${formatNumber(count, 'de')} wird gezeichnet …`,
  passwordHint: 'Dieses PDF ist geschützt. Das Passwort bleibt auf diesem Gerät.',
  password: 'Passwort',
  wrongPassword: 'Dieses Passwort stimmt nicht. Bitte noch einmal versuchen.',
  open: 'Öffnen',
  attach: 'Als Datei anhängen',
  noPreview: 'Keine Vorschau',
};
