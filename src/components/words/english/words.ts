import type { KitError } from '../../../errors.js';
import type { IntakeSource } from '../../../intake/types.js';
import type { ProblemFix } from '../../../messages/types.js';
import type { PrepareNote } from '../../../pipeline/types.js';
import { formatNumber } from '../format-number.js';
import { unopenedFormat } from '../unopened-format.js';
import type { Words } from '../types.js';

const shortFailures: Partial<Record<string, string>> = {
  'empty-file': 'the file is empty',
  'not-an-image': 'not an image',
  'unsupported-format': 'cannot be opened here; save it as JPEG and add it again',
  'too-many-bytes': 'the file is too large; save it smaller',
  'too-many-pixels': 'too many pixels; save it smaller',
  truncated: 'the file is cut short; save or download it again',
  damaged: 'the file is damaged',
  'unreadable-file': 'the file could not be read',
  'decode-timeout': 'took too long to read',
  'canvas-failed': 'this device ran out of memory',
};

const failureCaptions: Partial<Record<string, string>> = {
  'empty-file': 'Empty file',
  'not-an-image': 'Not an image',
  'unsupported-format': 'Cannot be opened',
  'too-many-bytes': 'File too large',
  'too-many-pixels': 'Too many pixels',
  truncated: 'Cut short',
  damaged: 'Damaged file',
  'unreadable-file': 'Cannot be read',
  'decode-timeout': 'Took too long',
  'canvas-failed': 'Out of memory',
  unreachable: 'Not loaded',
  offline: 'Offline',
};

function failureCaption(error: KitError): string {
  const unopened = unopenedFormat(error);
  return unopened ? `Cannot open ${unopened.format}` : (failureCaptions[error.code] ?? 'Failed');
}

function imageFailure(error: KitError): string {
  const unopened = unopenedFormat(error);
  return unopened
    ? `cannot open ${unopened.format} here; save it as ${unopened.remedy} and add it again`
    : (shortFailures[error.code] ?? error.message);
}

const noteCaptions: Partial<Record<PrepareNote['code'], string>> = {
  incomplete: 'Cut short',
  'first-frame': 'First frame',
  'detail-lowered': 'Lower detail',
  'budget-missed': 'Too many bytes',
  'source-gone': 'File is gone',
  enlarged: 'Enlarged',
  'margin-added': 'Margin added',
  'one-colour': 'Nothing visible',
  'small-text': 'Small text',
};

const sourceNames: Partial<Record<IntakeSource, string>> = {
  paste: 'Pasted image',
  drop: 'Dropped image',
  camera: 'Camera',
  screen: 'Screenshot',
};

const fixes: Partial<Record<ProblemFix, string>> = {
  shrink: 'Make it smaller',
  enlarge: 'Make it larger',
  convert: 'Convert it',
  remove: 'Remove image',
  'drop-oldest': 'Remove older images',
  'leave-out-images': 'Send the text alone',
};

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** The default words. */
export const englishWords: Words = {
  locale: 'en',
  number: (value) => formatNumber(value, 'en'),

  conversation: 'Chat',
  you: 'You',
  answer: 'Answer',
  emptyTitle: 'Ask about your images',
  emptyHint: 'Drop, paste or pick some, then write your question.',
  jumpToLatest: 'Jump to the latest',

  composer: 'Message',
  sendsWhenReady: 'Sends when images are ready',
  sendsTextAlone: 'No image could be read. Send again to send the text alone.',
  questionIsBack: 'Stopped. Your question is back in the box.',
  placeholder: 'Write your question',
  send: 'Send',
  sendAfterAnswer: 'Send after this answer',
  stop: 'Stop',
  addImages: 'Add images',
  uploadImages: 'Upload images',
  arriving: 'Getting images…',
  imageName: ({ number, from, extension }) =>
    `${sourceNames[from] ?? 'Image'} ${number}.${extension}`,
  leftBehind: 'The clipboard also held an image.',
  addLeftBehind: 'Add it',
  dropHere: 'Drop images here',
  dropHint: 'Images are resized on this device; location data is removed.',
  dropNow: (count) =>
    count > 0 ? `Drop to add ${counted(count, 'image', 'images')}` : 'Drop to add',

  images: 'Images',
  image: (number) => `Image ${number}`,
  removeImage: (number) => `Remove image ${number}`,
  removeFile: (name) => `Remove ${name}`,
  unnamedFile: 'Unnamed image',
  notSent: 'not sent',
  unsent: (count) =>
    `${counted(count, 'image', 'images')} failed and ${count === 1 ? 'is' : 'are'} not sent`,
  unsentCaption: (count) => `${count} failed`,
  useImage: 'Use this image',
  remove: 'Remove',
  sameAs: (number) => `Same as image ${number}`,
  sameCaption: (number) => `Same as ${number}`,
  openImage: (number) => `Open image ${number}`,
  markUpImage: (number) => `Mark up image ${number}`,
  detailOfImage: (number) => `Detail of image ${number}`,
  detail: (detail) => detail,
  trayHelp:
    'Arrow keys walk, Enter opens, Delete removes, Alt and an arrow key moves, Space lifts.',
  waiting: 'Waiting…',
  preparing: 'Preparing…',
  uploading: 'Uploading…',
  uploadFailed: 'Not uploaded',
  retry: 'Try again',
  why: 'Why?',
  imageFailure,
  failureCaption,
  cutIntoPieces: (count) => `Cut into ${count}`,
  cropImage: 'Crop',
  sendOriginal: 'Send original',
  prepareNote: (note) => note.message,
  noteCaption: ({ code, message }) => noteCaptions[code] ?? message,
  tokens: (tokens) => `${formatNumber(tokens, 'en')} ${tokens === 1 ? 'token' : 'tokens'}`,
  saved: (percent) => `−${percent} %`,
  sizeChange: (before, after, percent) =>
    percent > 0 ? `${before} → ${after}, ${percent} % saved` : `${before} → ${after}`,
  imageCount: (count) => counted(count, 'image', 'images'),
  readyCount: (ready, count) => `${counted(count, 'image', 'images')} · ${ready} ready`,
  messageTotals: 'This message',
  totalImages: 'Images in this chat',
  totalTokens: 'Estimated tokens',
  totalBytes: 'Request',
  totalBytesNote: 'All of the chat, with images as text',
  totalCost: 'Estimated cost (input)',
  imageBytes: 'Images',
  ofLimit: (value, limit) => `${value} of ${limit}`,
  nearLimit: 'Close to the model limit',
  detailOfAll: 'Detail for all',
  mixedDetails: 'Mixed',
  removeAll: 'Remove all',
  altText: 'Description',
  altTextHint: 'Describe it for the model',
  mentions: 'Images to mention',
  mentionsOffered: (count) => `${counted(count, 'image', 'images')} to mention`,

  imagesAdded: (count) => `${counted(count, 'image', 'images')} added`,
  imageRemoved: (number) => `Image ${number} removed`,
  fileRemoved: (name) => `${name} removed`,
  fileIsBack: (name) => `${name} is back`,
  imagesRemoved: (count) => `${counted(count, 'image', 'images')} removed`,
  imageIsBack: (number) => `Image ${number} is back`,
  imagesAreBack: (count) => `${counted(count, 'image is', 'images are')} back`,
  undo: 'Undo',
  imageMoved: (from, to) => `Image ${from} moved to position ${to}`,
  imageLifted: (number) =>
    `Image ${number} lifted. Arrow keys move it, Space puts it down, Escape takes it back.`,
  imageDropped: (number) => `Image ${number} is back in its place`,
  imageFailed: (name, reason) => `${name}: ${reason}`,
  answerEnded: (status) =>
    status === 'complete'
      ? 'Answer complete'
      : status === 'stopped'
        ? 'Answer stopped'
        : 'Answer incomplete',

  waitingForAnswer: 'The model is thinking…',
  answerState: (status, endReason) => {
    if (status === 'stopped') return 'You stopped this answer.';
    if (status !== 'complete' && status !== 'incomplete') return undefined;
    if (endReason === 'length') return 'The answer reached the length limit of the model.';
    if (endReason === 'filtered') return 'A content filter of the provider cut this answer.';
    return status === 'incomplete' ? 'The connection ended before the answer did.' : undefined;
  },
  actions: 'Actions',
  copy: 'Copy',
  copied: 'Copied',
  regenerate: 'Regenerate',
  edit: 'Edit',
  messageRemoved: 'Message removed',
  continueAnswer: 'Continue',
  usedSoFar: (tokens) => `${formatNumber(tokens, 'en')} tokens so far`,
  estimatedInput: (estimated, counted) =>
    `${formatNumber(counted, 'en')} of them input, ${formatNumber(estimated, 'en')} estimated`,
  version: (number, count) => `Version ${number} of ${count}`,
  previousVersion: 'Previous version',
  nextVersion: 'Next version',
  cancel: 'Cancel',
  seconds: (seconds) => `${seconds.toFixed(1)} s`,

  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  rejection: (rejection) => rejection.message,
  notTaken: (count) => `${counted(count, 'file', 'files')} could not be added`,
  showAll: (count) => `Show all ${formatNumber(count, 'en')}`,
  showFewer: 'Show fewer',
  error: (error) => error.message,
  problem: (problem) => problem.message,
  storageProblem: (problem) => problem.message,
  fix: (fix) => fixes[fix],
  imageLeftOut: 'No longer sent',

  close: 'Close',
  previous: 'Previous',
  next: 'Next',
  download: 'Download',
  position: (number, count) => `${number} of ${count}`,
  modelView: 'What the model sees',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomFit: 'Show all of it',
  zoomHelp: 'Plus and minus zoom, 0 shows all of it, arrow keys move.',
  zoomed: (percent) => `Zoom ${percent} %`,
  percent: (percent) => `${percent} %`,
  pixels: (width, height) => `${width} × ${height}`,
  cells: (columns, rows, sidePx) =>
    `${formatNumber(columns * rows, 'en')} ${columns * rows === 1 ? 'square' : 'squares'} of ${sidePx} px`,
  onePrice: 'one price, whatever the size',
  original: 'Original',
  asSent: 'As sent',
  originalShare: 'How much of the original shows',
  detailLegend: 'Detail',
  detailSentAs: (detail, sentAs) => (detail === sentAs ? detail : `${detail} (${sentAs})`),

  copyCode: 'Copy code',
  task: (isDone) => (isDone ? 'done' : 'open'),
  loadImage: 'Load',
  remoteImage: (host) => `Image on ${host}`,
  priceLater: 'price comes with the answer',
  linkCount: (count) => counted(count, 'link', 'links'),
  sendLink: 'Send the link instead',
};
