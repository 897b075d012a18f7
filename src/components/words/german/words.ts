import type { ImageDetail } from '../../../models/types.js';
import type { IntakeSource } from '../../../intake/types.js';
import { germanAddingWords } from './adding.js';
import { germanChoosingWords } from './choosing.js';
import { germanPdfWords } from './pdf.js';
import { germanVideoWords } from './video.js';
import { germanDescribingWords } from './describing.js';
import { germanLightboxWords } from './lightbox.js';
import { germanMarkupWords } from './markup.js';
import { germanConnectingWords } from './connecting.js';
import { germanDictationWords } from './dictation.js';
import { germanPopupWords } from './popup.js';
import { germanRegistryWords } from './registry.js';
import { germanQueueingWords } from './queueing.js';
import { germanSendingWords } from './sending.js';
import { germanWaitingWords } from './waiting.js';
import { germanAnswerPartsWords } from './answer-parts.js';
import { germanMarkdownWords } from './markdown.js';
import { germanConversationWords } from './conversations.js';
import { germanRegionWords } from './regions.js';
import { countIn } from '../count-in.js';
import {
  germanError,
  germanFailureCaption,
  germanFix,
  germanImageFailure,
  germanProblem,
  germanRejection,
  germanStorageProblem,
} from './failures.js';
import type { PrepareNote } from '../../../pipeline/types.js';
import type { Words } from '../types.js';
import { formatNumber } from '../format-number.js';

const images = (count: number): string =>
  countIn('de', count, { one: '# Bild', other: '# Bilder' });

const sourceNames: Partial<Record<IntakeSource, string>> = {
  paste: 'Eingefügtes Bild',
  drop: 'Abgelegtes Bild',
  camera: 'Kamera',
  screen: 'Bildschirmfoto',
};

const notes: Partial<Record<PrepareNote['code'], string>> = {
  incomplete: 'Die Datei ist unvollständig. Gesendet wird, was vom Bild da ist.',
  'first-frame': 'Das Bild ist bewegt. Gesendet wird seine erste Ansicht.',
  'detail-lowered': 'Mit anderer Genauigkeit gesendet, da das Modell die gewählte nicht kennt.',
  'source-gone':
    'Die Datei konnte nicht mehr gelesen werden. Gesendet wird, was zuvor aus ihr gemacht wurde.',
  enlarged: 'Vergrößert, da das Modell kein kleineres Bild nimmt.',
  'margin-added': 'Mit einem Rand gesendet, da Modelle ein so schmales Bild ablehnen.',
  'budget-missed': 'Größer als gewünscht: kleiner ging es nicht.',
  'one-colour':
    'Auf diesem Bild ist nichts zu sehen: Die Zeichnung hat die Farbe des Hintergrunds. Bitte auf andersfarbigem Hintergrund speichern und neu hinzufügen.',
};

function prepareNote({ code, message, scale, hasOriginal }: PrepareNote): string {
  if (code !== 'small-text' || scale === undefined) return notes[code] ?? message;
  const times = formatNumber(1 / scale, 'de', { maximumFractionDigits: 1 });
  return `Dieses Bild mit Text wird ${times}-mal kleiner gesendet; seine Wörter sind vielleicht nicht mehr zu lesen. In Teile schneiden oder zuschneiden${hasOriginal ? ', oder als Original senden' : ''}.`;
}

const noteCaptions: Partial<Record<PrepareNote['code'], string>> = {
  incomplete: 'Unvollständig',
  'first-frame': 'Erstes Bild',
  'detail-lowered': 'Weniger Detail',
  'budget-missed': 'Zu groß',
  'source-gone': 'Datei fehlt',
  enlarged: 'Vergrößert',
  'margin-added': 'Mit Rand',
  'one-colour': 'Nichts zu sehen',
  'small-text': 'Kleine Schrift',
};

const details: Record<ImageDetail, string> = {
  auto: 'auto',
  low: 'niedrig',
  high: 'hoch',
  original: 'Original',
};

/** The words in German. */
export const germanWords: Words = {
  locale: 'de',
  number: (value) => formatNumber(value, 'de'),

  conversation: 'Chat',
  you: 'Sie',
  answer: 'Antwort',
  emptyTitle: 'Fragen Sie etwas zu Ihren Bildern',
  emptyHint: 'Bilder hineinziehen, einfügen oder auswählen, dann die Frage schreiben.',
  jumpToLatest: 'Zum Neuesten',

  composer: 'Nachricht',
  sendsWhenReady: 'Sendet, sobald die Bilder da sind',
  sendsTextAlone: 'Kein Bild ließ sich lesen. Noch einmal senden, um nur den Text zu senden.',
  questionIsBack: 'Gestoppt. Deine Frage steht wieder im Eingabefeld.',
  placeholder: 'Frage schreiben',
  send: 'Senden',
  sendAfterAnswer: 'Nach dieser Antwort senden',
  stop: 'Anhalten',
  addImages: 'Bilder hinzufügen',
  uploadImages: 'Bilder hochladen',
  adding: germanAddingWords,
  choosing: germanChoosingWords,
  pdf: germanPdfWords,
  video: germanVideoWords,
  arriving: 'Bilder werden geholt …',
  imageName: ({ number, from, extension }) =>
    `${sourceNames[from] ?? 'Bild'} ${number}.${extension}`,
  leftBehind: 'In der Zwischenablage war auch ein Bild.',
  addLeftBehind: 'Hinzufügen',
  dropHere: 'Bilder hier ablegen',
  dropHint: 'Bilder werden auf diesem Gerät verkleinert; Ortsangaben werden entfernt.',
  dropNow: (count) =>
    count > 0 ? `Loslassen, um ${images(count)} hinzuzufügen` : 'Zum Hinzufügen loslassen',

  images: 'Bilder',
  image: (number) => `Bild ${number}`,
  removeImage: (number) => `Bild ${number} entfernen`,
  removeFile: (name) => `${name} entfernen`,
  unnamedFile: 'Bild ohne Namen',
  notSent: 'nicht gesendet',
  unsent: (count) =>
    countIn('de', count, {
      one: '# Bild ist fehlgeschlagen und wird nicht gesendet',
      other: '# Bilder sind fehlgeschlagen und werden nicht gesendet',
    }),
  unsentCaption: (count) => `${count} fehlgeschlagen`,
  useImage: 'Dieses Bild verwenden',
  remove: 'Entfernen',
  sameAs: (number) => `Gleich wie Bild ${number}`,
  sameCaption: (number) => `Wie Bild ${number}`,
  openImage: (number) => `Bild ${number} öffnen`,
  markUpImage: (number) => `Bild ${number} bearbeiten`,
  markup: germanMarkupWords,
  detailOfImage: (number) => `Genauigkeit von Bild ${number}`,
  detail: (detail) => details[detail],
  trayHelp:
    'Pfeiltasten wandern, Eingabe öffnet, Entf entfernt, Alt und eine Pfeiltaste verschiebt, die Leertaste hebt an.',
  waiting: 'Wartet …',
  preparing: 'Vorbereitung …',
  uploading: 'Hochladen …',
  uploadFailed: 'Nicht hochgeladen',
  retry: 'Noch einmal',
  why: 'Warum?',
  imageFailure: germanImageFailure,
  failureCaption: germanFailureCaption,
  cutIntoPieces: (count) => `In ${count} Teile schneiden`,
  cropImage: 'Zuschneiden',
  sendOriginal: 'Original senden',
  prepareNote,
  noteCaption: ({ code, message }) => noteCaptions[code] ?? message,
  tokens: (tokens) => countIn('de', tokens, { other: '# Token' }),
  saved: (percent) => `−${percent} %`,
  sizeChange: (before, after, percent) =>
    percent > 0 ? `${before} → ${after}, ${percent} % gespart` : `${before} → ${after}`,
  imageCount: images,
  readyCount: (ready, count) => `${images(count)} · ${ready} bereit`,
  messageTotals: 'Diese Nachricht',
  totalImages: 'Bilder in diesem Chat',
  totalTokens: 'Token (geschätzt)',
  totalBytes: 'Anfrage',
  totalBytesNote: 'Der ganze Chat, Bilder als Text',
  totalCost: 'Kosten der Eingabe (geschätzt)',
  imageBytes: 'Bilder',
  ofLimit: (value, limit) => `${value} von ${limit}`,
  nearLimit: 'Nahe an dem, was das Modell annimmt',
  detailOfAll: 'Genauigkeit für alle',
  mixedDetails: 'Verschieden',
  removeAll: 'Alle entfernen',
  altText: 'Beschreibung',
  altTextHint: 'Was zu sehen ist; auch das Modell liest es',
  mentions: 'Bilder zum Erwähnen',
  mentionsOffered: (count) => `${images(count)} zum Erwähnen`,

  imagesAdded: (count) => `${images(count)} hinzugefügt`,
  imageRemoved: (number) => `Bild ${number} entfernt`,
  fileRemoved: (name) => `${name} entfernt`,
  fileIsBack: (name) => `${name} ist wieder da`,
  imagesRemoved: (count) => `${images(count)} entfernt`,
  imageIsBack: (number) => `Bild ${number} ist wieder da`,
  imagesAreBack: (count) => `${images(count)} wieder da`,
  undo: 'Rückgängig',
  imageMoved: (from, to) => `Bild ${from} auf Platz ${to} verschoben`,
  imageLifted: (number) =>
    `Bild ${number} angehoben. Pfeiltasten verschieben es, die Leertaste legt es ab, Escape bringt es zurück.`,
  imageDropped: (number) => `Bild ${number} ist wieder an seinem Platz`,
  imageFailed: (name, reason) => `${name}: ${reason}`,
  answerEnded: (status) =>
    status === 'complete'
      ? 'Antwort vollständig'
      : status === 'stopped'
        ? 'Antwort angehalten'
        : 'Antwort unvollständig',

  waitingForAnswer: 'Das Modell denkt nach …',
  describing: germanDescribingWords,
  connecting: germanConnectingWords,
  dictation: germanDictationWords,
  popup: germanPopupWords,
  registry: germanRegistryWords,
  queueing: germanQueueingWords,
  sending: germanSendingWords,
  whileWaiting: germanWaitingWords,
  answerParts: germanAnswerPartsWords,
  conversations: germanConversationWords,
  lightbox: germanLightboxWords,
  regions: germanRegionWords,
  markdown: germanMarkdownWords,
  answerState: (status, endReason) => {
    if (status === 'stopped') return 'Sie haben diese Antwort angehalten.';
    if (status !== 'complete' && status !== 'incomplete') return undefined;
    if (endReason === 'length') return 'Die Antwort hat die Höchstlänge des Modells erreicht.';
    if (endReason === 'filtered') return 'Ein Filter des Anbieters hat diese Antwort gekürzt.';
    return status === 'incomplete' ? 'Die Verbindung endete vor der Antwort.' : undefined;
  },
  actions: 'Aktionen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  regenerate: 'Neu generieren',
  edit: 'Bearbeiten',
  messageRemoved: 'Nachricht entfernt',
  continueAnswer: 'Weiter',
  usedSoFar: (tokens) => countIn('de', tokens, { other: 'bisher # Token' }),
  estimatedInput: (estimated, counted) =>
    `${countIn('de', counted, { other: 'davon # Eingabe' })}, ${countIn('de', estimated, { other: '# geschätzt' })}`,
  version: (number, count) => `Fassung ${number} von ${count}`,
  previousVersion: 'Vorige Fassung',
  nextVersion: 'Nächste Fassung',
  cancel: 'Abbrechen',
  seconds: (seconds) =>
    `${formatNumber(seconds, 'de', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`,

  tryAgain: 'Noch einmal versuchen',
  dismiss: 'Schließen',
  rejection: germanRejection,
  notTaken: (count) =>
    countIn('de', count, {
      one: '# Datei wurde nicht angenommen',
      other: '# Dateien wurden nicht angenommen',
    }),
  showAll: (count) => `Alle ${formatNumber(count, 'de')} zeigen`,
  showFewer: 'Weniger zeigen',
  error: germanError,
  problem: germanProblem,
  storageProblem: germanStorageProblem,
  fix: germanFix,
  imageLeftOut: 'Wird nicht mehr gesendet',

  close: 'Schließen',
  previous: 'Zurück',
  next: 'Weiter',
  download: 'Herunterladen',
  position: (number, count) => `${number} von ${count}`,
  modelView: 'Was das Modell sieht',
  zoomIn: 'Größer',
  zoomOut: 'Kleiner',
  zoomFit: 'Ganz zeigen',
  zoomHelp: 'Plus und Minus vergrößern und verkleinern, 0 zeigt alles, Pfeiltasten verschieben.',
  zoomed: (percent) => `Vergrößerung ${percent} %`,
  percent: (percent) => `${percent} %`,
  pixels: (width, height) => `${width} × ${height}`,
  cells: (columns, rows, sidePx) =>
    `${countIn('de', columns * rows, { one: '# Quadrat', other: '# Quadrate' })} von ${sidePx} px`,
  onePrice: 'ein Preis, gleich welche Größe',
  original: 'Original',
  asSent: 'Wie gesendet',
  originalShare: 'Wie viel vom Original zu sehen ist',
  detailLegend: 'Genauigkeit',
  detailSentAs: (detail, sentAs) =>
    detail === sentAs ? details[detail] : `${details[detail]} (${details[sentAs]})`,

  copyCode: 'Code kopieren',
  task: (isDone) => (isDone ? 'erledigt' : 'offen'),
  loadImage: 'Laden',
  remoteImage: (host) => `Bild auf ${host}`,
  priceLater: 'Preis steht erst mit der Antwort fest',
  linkCount: (count) => countIn('de', count, { one: '# Link', other: '# Links' }),
  sendLink: 'Stattdessen den Link senden',
};
