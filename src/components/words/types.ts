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
import type { ChoosingWords } from './english/choosing.js';
import type { ConnectingWords } from './english/connecting.js';
import type { DictationWords } from './english/dictation.js';
import type { ConversationWords } from './english/conversations.js';
import type { DescribingWords } from './english/describing.js';
import type { LightboxWords } from './english/lightbox.js';
import type { MarkupWords } from './english/markup.js';
import type { PdfWords } from './english/pdf.js';
import type { PopupWords } from './english/popup.js';
import type { QueueingWords } from './english/queueing.js';
import type { RegistryWords } from './english/registry.js';
import type { SendingWords } from './english/sending.js';
import type { MarkdownWords } from './english/markdown.js';
import type { RegionWords } from './english/regions.js';
import type { VideoWords } from './english/video.js';
import type { WaitingWords } from './english/waiting.js';

/** Every string of the components. Numbers are passed as numbers, so that a language can use its own plural rules. */
export interface Words {
  /** BCP 47 tag, for numbers and sizes. @defaultValue 'en' */
  locale: string;
  number: (value: number) => string;

  /** Words of the list of conversations. @defaultValue English */
  conversations?: Partial<ConversationWords>;
  conversation: string;
  you: string;
  answer: string;
  emptyTitle: string;
  emptyHint: string;
  jumpToLatest: string;

  composer: string;
  /** The user sent before every image was ready. */
  sendsWhenReady: string;
  /** Send was pressed, but no image could be read. Pressing it again sends the text alone. */
  sendsTextAlone: string;
  /** Stopped before the server accepted the question. */
  questionIsBack: string;
  placeholder: string;
  send: string;
  /** Label of Send while an answer is in flight. */
  sendAfterAnswer: string;
  stop: string;
  /** Label of the button that opens the menu of all sources. */
  addImages: string;
  /** Label of the first choice of that menu, which opens the file dialog. */
  uploadImages: string;
  /** Other words of that menu, which load with it. @defaultValue English */
  adding?: Partial<AddingWords>;
  /** Words for choosing parts of a file, such as pages of a PDF. @defaultValue English */
  choosing?: Partial<ChoosingWords>;
  /** Words for choosing pages of a PDF. @defaultValue English */
  pdf?: Partial<PdfWords>;
  /** Images are on their way: a folder is read, a link fetched. */
  arriving: string;
  /** Names an image without a name, such as a pasted one. */
  imageName: (facts: { number: number; from: IntakeSource; extension: string }) => string;
  /** The clipboard held an image in addition to the text that was pasted. */
  leftBehind: string;
  /** Adds the image of `leftBehind`. */
  addLeftBehind: string;
  /** What a place to drop images asks for. */
  dropHere: string;
  dropHint: string;
  dropNow: (count: number) => string;

  images: string;
  image: (number: number) => string;
  removeImage: (number: number) => string;
  /** For a file that is not sent, and so has no number. */
  removeFile: (name: string) => string;
  unnamedFile: string;
  notSent: string;
  /** This many images are not sent with the message. */
  unsent: (count: number) => string;
  /** The same in two words, beside the number of all images. */
  unsentCaption: (count: number) => string;
  /** Adds an image of the conversation to the draft. */
  useImage: string;
  remove: string;
  /** Said of an image that was added a second time. */
  sameAs: (number: number) => string;
  /** The same in two or three words, as the caption of a tile. */
  sameCaption: (number: number) => string;
  openImage: (number: number) => string;
  markUpImage: (number: number) => string;
  /** Words of the editor of that button, which loads when it is opened. @defaultValue English */
  markup?: Partial<MarkupWords>;
  /** Words of the chooser for frames of a video, which loads with the first video. @defaultValue English */
  video?: Partial<VideoWords>;
  detailOfImage: (number: number) => string;
  detail: (detail: ImageDetail) => string;
  trayHelp: string;
  waiting: string;
  preparing: string;
  uploading: string;
  uploadFailed: string;
  retry: string;
  /** On an image that failed, where a press says more. */
  why: string;
  /** Why an image failed and what helps, in half a sentence. */
  imageFailure: (error: KitError) => string;
  /** Why an image failed, in two or three words: all that its tile has room for. */
  failureCaption: (error: KitError) => string;
  /** Offers to send overlapping parts of an image instead of one that becomes too small to read. */
  cutIntoPieces: (count: number) => string;
  /** Opens the editor that crops the image. */
  cropImage: string;
  /** Sends an image with detail original. */
  sendOriginal: string;
  /** A note about how an image was processed. */
  prepareNote: (note: PrepareNote) => string;
  /** The same in two or three words, as the caption of a tile. */
  noteCaption: (note: PrepareNote) => string;
  tokens: (tokens: number) => string;
  /** States by how many percent the bytes of an image shrank. */
  saved: (percent: number) => string;
  sizeChange: (before: string, after: string, percent: number) => string;
  imageCount: (count: number) => string;
  /** While images are being prepared. */
  readyCount: (ready: number, count: number) => string;
  /** Label of the totals of a message. */
  messageTotals: string;
  totalImages: string;
  totalTokens: string;
  totalBytes: string;
  /** Why a request has more bytes than its images. */
  totalBytesNote: string;
  totalCost: string;
  imageBytes: string;
  ofLimit: (value: string, limit: string) => string;
  nearLimit: string;
  detailOfAll: string;
  /** Not all images have the same detail. */
  mixedDetails: string;
  removeAll: string;
  altText: string;
  altTextHint: string;
  /** Label of the list of images that an @ offers. */
  mentions: string;
  mentionsOffered: (count: number) => string;

  imagesAdded: (count: number) => string;
  imageRemoved: (number: number) => string;
  fileRemoved: (name: string) => string;
  /** After the removal of a file was undone. */
  fileIsBack: (name: string) => string;
  imagesRemoved: (count: number) => string;
  imageIsBack: (number: number) => string;
  imagesAreBack: (count: number) => string;
  undo: string;
  imageMoved: (from: number, to: number) => string;
  imageLifted: (number: number) => string;
  imageDropped: (number: number) => string;
  imageFailed: (name: string, reason: string) => string;
  answerEnded: (status: AnswerStatus) => string;

  /** While nothing of the answer has arrived; the elapsed time is shown next to it. */
  waitingForAnswer: string;
  /** Words for images that are described to a model that only reads text. @defaultValue English */
  describing?: Partial<DescribingWords>;
  /** Words for longer waits. @defaultValue English */
  whileWaiting?: Partial<WaitingWords>;
  /** Words for thinking, tool calls, sources and files. @defaultValue English */
  answerParts?: Partial<AnswerPartsWords>;
  /** Words of the model picker and the key form. @defaultValue English */
  connecting?: Partial<ConnectingWords>;
  /** Words for dictation. @defaultValue English */
  dictation?: Partial<DictationWords>;
  /** Words for a chat that opens from a button. @defaultValue English */
  popup?: Partial<PopupWords>;
  /** Words for the commands and mentions of the app. @defaultValue English */
  registry?: Partial<RegistryWords>;
  /** Words for questions that wait for the answer in flight. @defaultValue English */
  queueing?: Partial<QueueingWords>;
  /** Words for what was changed or left out when a message was sent. @defaultValue English */
  sending?: Partial<SendingWords>;
  /** Words for places in images that an answer points out. @defaultValue English */
  regions?: Partial<RegionWords>;
  /** Words for code, math and diagrams in answers. @defaultValue English */
  markdown?: Partial<MarkdownWords>;
  /** How an answer ended, if it did not end well. */
  answerState: (status: AnswerStatus, endReason?: string) => string | undefined;
  actions: string;
  copy: string;
  copied: string;
  regenerate: string;
  edit: string;
  messageRemoved: string;
  continueAnswer: string;
  usedSoFar: (tokens: number) => string;
  /** Input tokens, as estimated and as counted by the server. */
  estimatedInput: (estimated: number, counted: number) => string;
  version: (number: number, count: number) => string;
  previousVersion: string;
  nextVersion: string;
  cancel: string;
  seconds: (seconds: number) => string;

  tryAgain: string;
  dismiss: string;
  rejection: (rejection: IntakeRejection) => string;
  /** This many files were rejected at once. */
  notTaken: (count: number) => string;
  showAll: (count: number) => string;
  showFewer: string;
  error: (error: KitError) => string;
  problem: (problem: Problem) => string;
  /** What a press does about a problem; `undefined` if only the user can fix it. */
  fix: (fix: ProblemFix) => string | undefined;
  imageLeftOut: string;
  storageProblem: (problem: StorageProblem) => string;

  /** Words of the lightbox that load with it. @defaultValue English */
  lightbox?: Partial<LightboxWords>;
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
  /** The squares a model cuts an image into: their number and size. */
  cells: (columns: number, rows: number, sidePx: number) => string;
  onePrice: string;
  original: string;
  asSent: string;
  originalShare: string;
  detailLegend: string;
  /** A choice of detail, and what is sent for it: `auto` is always sent as something else. */
  detailSentAs: (detail: ImageDetail, sentAs: ImageDetail) => string;

  copyCode: string;
  /** A box of a task list in an answer. */
  task: (isDone: boolean) => string;
  loadImage: string;
  remoteImage: (host: string) => string;
  /** For links: their size is unknown. */
  priceLater: string;
  linkCount: (count: number) => string;
  /** For an image whose site does not allow copying. */
  sendLink: string;
}
