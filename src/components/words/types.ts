import type { KitError } from '../../errors.js';
import type { IntakeSource } from '../../intake/types.js';
import type { IntakeRejection } from '../../intake/rejection.js';
import type { Problem, ProblemFix } from '../../messages/types.js';
import type { ImageDetail } from '../../models/types.js';
import type { PrepareNote } from '../../pipeline/types.js';
import type { AnswerStatus } from '../../chat/types.js';
import type { StorageProblem } from '../../storage/types.js';
import type { AddingWords } from './english/adding.js';
import type { AnswerPartsWords } from './english/answer-parts.js';
import type { DescribingWords } from './english/describing.js';
import type { MarkupWords } from './english/markup.js';
import type { WaitingWords } from './english/waiting.js';

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
  /** An image lay in the clipboard beside the text that was pasted. */
  leftBehind: string;
  /** Adds the image that `leftBehind` tells of. */
  addLeftBehind: string;
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
  /** Puts an image of the conversation into the message that is being written. */
  useImage: string;
  remove: string;
  /** On the tile of an image that was added a second time. */
  sameAs: (number: number) => string;
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
  /** Sends parts of an image that overlap, in place of one that is made too small to read. */
  cutIntoPieces: (count: number) => string;
  /** Opens what crops the image. */
  cropImage: string;
  /** Sends an image with detail original. */
  sendOriginal: string;
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
  imageBytes: string;
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

  /** While nothing of the answer has come; how long that has lasted stands beside it. */
  waitingForAnswer: string;
  /** Of images that are described to a model that reads text only. @defaultValue English */
  describing?: Partial<DescribingWords>;
  /** Of waits that last longer. @defaultValue English */
  whileWaiting?: Partial<WaitingWords>;
  /** Of thoughts, tool calls, sources and files. @defaultValue English */
  answerParts?: Partial<AnswerPartsWords>;
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
