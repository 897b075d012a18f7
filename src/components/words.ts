import type { KitError } from '../errors.js';
import type { IntakeRejection, IntakeSource } from '../intake/types.js';
import type { Problem, ProblemFix } from '../messages/types.js';
import type { ImageDetail } from '../models/types.js';
import type { PrepareNote } from '../pipeline/types.js';
import type { AnswerStatus } from '../chat/types.js';
import type { StorageProblem } from '../storage/types.js';
import type { AddingWords } from './adding-words.js';
import type { MarkupWords } from './markup/markup-words.js';
import { formatNumber } from './format-number.js';

/** Every string of the components. Numbers come as numbers, so that a language can use its own plural rules. */
export interface Words {
  /** BCP 47 tag, for numbers and sizes. @defaultValue 'en' */
  locale: string;
  number: (value: number) => string;

  conversation: string;
  you: string;
  answer: string;
  emptyTitle: string;
  emptyHint: string;
  jumpToLatest: string;

  composer: string;
  /** The person sent before every picture was ready. */
  sendsWhenReady: string;
  /** Stopped before the server took the question. */
  questionIsBack: string;
  placeholder: string;
  send: string;
  stop: string;
  addImages: string;
  /** Of the button with all other ways in. */
  addMore: string;
  /** Of what stands behind that button, which loads when it is needed. @defaultValue English */
  adding?: Partial<AddingWords>;
  /** Pictures are on their way: a folder is walked, a link fetched. */
  arriving: string;
  /** Names a picture that has no name of its own, as a pasted one. */
  imageName: (facts: { number: number; from: IntakeSource; extension: string }) => string;
  dropHint: string;
  dropNow: (count: number) => string;

  images: string;
  image: (number: number) => string;
  removeImage: (number: number) => string;
  /** Of a file that is not sent, and so has no number. */
  removeFile: (name: string) => string;
  unnamedFile: string;
  notSent: string;
  /** So many pictures stay behind when the message is sent. */
  unsent: (count: number) => string;
  openImage: (number: number) => string;
  markUpImage: (number: number) => string;
  /** Of the editor behind that button, which loads when it is opened. @defaultValue English */
  markup?: Partial<MarkupWords>;
  detailOfImage: (number: number) => string;
  detail: (detail: ImageDetail) => string;
  trayHelp: string;
  waiting: string;
  preparing: string;
  uploading: string;
  uploadFailed: string;
  retry: string;
  /** Why a picture failed, short enough for its tile. */
  imageFailure: (error: KitError) => string;
  /** Something to know of how a picture was made. */
  prepareNote: (note: PrepareNote) => string;
  tokens: (tokens: number) => string;
  /** Percent of its bytes that a picture lost. */
  saved: (percent: number) => string;
  sizeChange: (before: string, after: string, percent: number) => string;
  imageCount: (count: number) => string;
  /** Names the figures of a message. */
  messageTotals: string;
  totalImages: string;
  totalTokens: string;
  totalBytes: string;
  totalCost: string;
  pictureBytes: string;
  ofLimit: (value: string, limit: string) => string;
  nearLimit: string;
  detailOfAll: string;
  /** Not all pictures have the same detail. */
  mixedDetails: string;
  removeAll: string;
  altText: string;
  altTextHint: string;
  /** Names the list of pictures that an @ offers. */
  mentions: string;
  mentionsOffered: (count: number) => string;

  imagesAdded: (count: number) => string;
  imageRemoved: (number: number) => string;
  fileRemoved: (name: string) => string;
  imagesRemoved: (count: number) => string;
  undo: string;
  imageMoved: (from: number, to: number) => string;
  imageLifted: (number: number) => string;
  imageDropped: (number: number) => string;
  imageFailed: (name: string, reason: string) => string;
  answerEnded: (status: AnswerStatus) => string;

  waitingForAnswer: string;
  /** How an answer ended, where it did not end well. */
  answerState: (status: AnswerStatus, endReason?: string) => string | undefined;
  actions: string;
  copy: string;
  copied: string;
  askAgain: string;
  edit: string;
  delete: string;
  messageDeleted: string;
  continueAnswer: string;
  usedSoFar: (tokens: number) => string;
  /** Tokens of the input, as expected and as the server counted them. */
  estimatedInput: (estimated: number, counted: number) => string;
  version: (number: number, count: number) => string;
  previousVersion: string;
  nextVersion: string;
  saveAndAsk: string;
  cancel: string;
  seconds: (seconds: number) => string;

  tryAgain: string;
  dismiss: string;
  rejection: (rejection: IntakeRejection) => string;
  /** So many files were refused at once. */
  notTaken: (count: number) => string;
  showAll: (count: number) => string;
  showFewer: string;
  error: (error: KitError) => string;
  problem: (problem: Problem) => string;
  /** What a press will do about a problem; nothing where only the person can. */
  fix: (fix: ProblemFix) => string | undefined;
  imageLeftOut: string;
  storageProblem: (problem: StorageProblem) => string;

  close: string;
  previous: string;
  next: string;
  download: string;
  position: (number: number, count: number) => string;
  modelView: string;
  zoomIn: string;
  zoomOut: string;
  zoomFit: string;
  zoomHelp: string;
  zoomed: (percent: number) => string;
  percent: (percent: number) => string;
  pixels: (width: number, height: number) => string;
  /** The squares a model cuts a picture into. */
  cells: (columns: number, rows: number, sidePx: number) => string;
  onePrice: string;
  original: string;
  asSent: string;
  originalShare: string;
  detailLegend: string;
  /** A choice of detail, and what is sent for it: `auto` is always sent as something else. */
  detailSentAs: (detail: ImageDetail, sentAs: ImageDetail) => string;
  /** Beside the detail a picture is sent with. */
  detailUsed: string;
  setDetailTo: (detail: ImageDetail) => string;
  /** Beside the size of a detail that is only looked at. */
  detailPreview: string;

  copyCode: string;
  /** A box of a task list in an answer. */
  task: (isDone: boolean) => string;
  loadImage: string;
  remoteImage: (host: string) => string;
  /** Of links: nobody knows their size. */
  priceLater: string;
  linkCount: (count: number) => string;
  /** Of a picture whose site does not let it be copied. */
  sendLink: string;
}

const shortFailures: Partial<Record<string, string>> = {
  'empty-file': 'the file is empty',
  'not-an-image': 'not a picture',
  'unsupported-format': 'this browser cannot read this format',
  'too-many-bytes': 'the file is too large',
  'too-many-pixels': 'too many pixels',
  truncated: 'cut short: part of the picture is missing',
  damaged: 'the file is damaged',
  'unreadable-file': 'the file can no longer be read',
  'decode-timeout': 'took too long to read',
  'canvas-failed': 'this device ran out of memory',
};

const sourceNames: Partial<Record<IntakeSource, string>> = {
  paste: 'Pasted image',
  drop: 'Dropped image',
  camera: 'Camera',
  screen: 'Screenshot',
};

const fixes: Partial<Record<ProblemFix, string>> = {
  shrink: 'Make it smaller',
  convert: 'Convert it',
  remove: 'Remove image',
  'drop-oldest': 'Leave out older images',
};

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** The words the kit comes with. */
export const englishWords: Words = {
  locale: 'en',
  number: (value) => formatNumber(value, 'en'),

  conversation: 'Conversation',
  you: 'You',
  answer: 'Answer',
  emptyTitle: 'Ask about your pictures',
  emptyHint: 'Drop, paste or pick some, then write your question.',
  jumpToLatest: 'Jump to the latest',

  composer: 'Message',
  sendsWhenReady: 'Sends as soon as the images are ready',
  questionIsBack: 'Stopped. Your question is back in the box.',
  placeholder: 'Write your question',
  send: 'Send',
  stop: 'Stop',
  addImages: 'Add images',
  addMore: 'More ways to add',
  arriving: 'Getting images…',
  imageName: ({ number, from, extension }) =>
    `${sourceNames[from] ?? 'Image'} ${number}.${extension}`,
  dropHint:
    'Drop or paste images anywhere. They are made to fit on this device; location data is removed.',
  dropNow: (count) =>
    count > 0 ? `Drop to add ${counted(count, 'image', 'images')}` : 'Drop to add',

  images: 'Images',
  image: (number) => `Image ${number}`,
  removeImage: (number) => `Remove image ${number}`,
  removeFile: (name) => `Remove ${name}`,
  unnamedFile: 'Picture without a name',
  notSent: 'not sent',
  unsent: (count) =>
    `${counted(count, 'picture', 'pictures')} could not be read and ${count === 1 ? 'is' : 'are'} not sent`,
  openImage: (number) => `Open image ${number}`,
  markUpImage: (number) => `Mark up image ${number}`,
  detailOfImage: (number) => `Detail of image ${number}`,
  detail: (detail) => detail,
  trayHelp:
    'Arrow keys walk, Enter opens, Delete removes, Alt and an arrow key moves, Space lifts.',
  waiting: 'waiting…',
  preparing: 'making it fit…',
  uploading: 'uploading…',
  uploadFailed: 'not uploaded',
  retry: 'Retry',
  imageFailure: (error) => shortFailures[error.code] ?? error.message,
  prepareNote: (note) => note.message,
  tokens: (tokens) => `${formatNumber(tokens, 'en')} ${tokens === 1 ? 'token' : 'tokens'}`,
  saved: (percent) => `−${percent} %`,
  sizeChange: (before, after, percent) =>
    percent > 0 ? `${before} → ${after}, ${percent} % saved` : `${before} → ${after}`,
  imageCount: (count) => counted(count, 'image', 'images'),
  messageTotals: 'What this message amounts to',
  totalImages: 'Images, earlier ones too',
  totalTokens: 'Tokens, about',
  totalBytes: 'Request',
  totalCost: 'Price without the answer',
  pictureBytes: 'Made smaller',
  ofLimit: (value, limit) => `${value} of ${limit}`,
  nearLimit: 'Close to what the model takes',
  detailOfAll: 'All in',
  mixedDetails: 'several',
  removeAll: 'Remove all',
  altText: 'Description',
  altTextHint: 'What it shows; the model reads it too',
  mentions: 'Images to mention',
  mentionsOffered: (count) => `${counted(count, 'image', 'images')} to mention`,

  imagesAdded: (count) => `${counted(count, 'image', 'images')} added`,
  imageRemoved: (number) => `Image ${number} removed`,
  fileRemoved: (name) => `${name} removed`,
  imagesRemoved: (count) => `${counted(count, 'image', 'images')} removed`,
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

  waitingForAnswer: 'Waiting for the answer…',
  answerState: (status, endReason) => {
    if (status === 'stopped') return 'You stopped this answer.';
    if (status !== 'complete' && status !== 'incomplete') return undefined;
    if (endReason === 'length') return 'The answer reached the length limit of the model.';
    if (endReason === 'filtered') return 'A content filter of the provider cut this answer.';
    return status === 'incomplete'
      ? 'The connection ended before the answer did. This is what came.'
      : undefined;
  },
  actions: 'Actions',
  copy: 'Copy',
  copied: 'Copied',
  askAgain: 'Ask again',
  edit: 'Edit',
  delete: 'Delete',
  messageDeleted: 'Message deleted',
  continueAnswer: 'Continue',
  usedSoFar: (tokens) => `${formatNumber(tokens, 'en')} tokens so far`,
  estimatedInput: (estimated, counted) =>
    `${formatNumber(counted, 'en')} of them input, ${formatNumber(estimated, 'en')} estimated`,
  version: (number, count) => `Version ${number} of ${count}`,
  previousVersion: 'Previous version',
  nextVersion: 'Next version',
  saveAndAsk: 'Ask again',
  cancel: 'Cancel',
  seconds: (seconds) => `${seconds.toFixed(1)} s`,

  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  rejection: (rejection) => rejection.message,
  notTaken: (count) => `${counted(count, 'file was', 'files were')} not taken`,
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
  cells: (columns, rows, sidePx) => `${columns} × ${rows} squares of ${sidePx} px`,
  onePrice: 'one price, whatever the size',
  original: 'Original',
  asSent: 'As sent',
  originalShare: 'How much of the original shows',
  detailLegend: 'Detail',
  detailSentAs: (detail, sentAs) => (detail === sentAs ? detail : `${detail}: ${sentAs}`),
  detailUsed: 'In use',
  setDetailTo: (detail) => `Use ${detail}`,
  detailPreview: 'Preview',

  copyCode: 'Copy code',
  task: (isDone) => (isDone ? 'done' : 'open'),
  loadImage: 'Load',
  remoteImage: (host) => `Picture on ${host}`,
  priceLater: 'price comes with the answer',
  linkCount: (count) => counted(count, 'link', 'links'),
  sendLink: 'Send the link instead',
};
