/** Options and results of the hooks. Parts and apps build on these shapes. */
import type { ResolveImageUrl } from '../messages/image-urls.js';
import type { ReactNode } from 'react';
import type { ConversationTotals } from '../chat/conversation-totals.js';
import type {
  AnswerRating,
  ChatEntry,
  ChatState,
  ChatTrace,
  FinishedTurn,
  Connection,
  SendInput,
  SendOutcome,
} from '../chat/types.js';
import type { AskPerson } from '../intake/file-source.js';
import type { ImageSource } from '../intake/types.js';
import type { IntakeRejection } from '../intake/rejection.js';
import type { PruneOptions } from '../messages/prune-history.js';
import type { DescribeImages } from '../messages/describe-images.js';
import type { ImagePart, Problem } from '../messages/types.js';
import type { ResponseSchema } from '../objects/types.js';
import type { ImageDetail, ModelImageRules } from '../models/types.js';
import type { LinkFacts } from '../queue/links.js';
import type { ImageQueue, QueueItem, QueueState } from '../queue/types.js';
import type {
  Pipeline,
  PipelineOptions,
  PreparedImage,
  PrepareOptions,
} from '../pipeline/types.js';
import type { ImageMessage, ImageMessageOptions } from '../request/types.js';
import type { ConversationStore, DraftStore, StorageProblem } from '../storage/types.js';
import type { UseAttachedFilesResult } from './use-attached-files.js';
import type { UseQuestionQueueResult } from './use-question-queue.js';
import type { DetailChoice, DetailChoices } from '../queue/detail-choices.js';
import type { ImageUpload, UploadImage, UploadOptions } from '../uploads/types.js';

export interface UseImageQueueOptions {
  /** Model that the images are prepared for. */
  model?: string;
  rules?: ModelImageRules;
  /** Detail of new images. @defaultValue 'auto' */
  detail?: ImageDetail;
  /** Limits and output of each image, such as `maxSidePx`, `quality` and `outputMediaType`. */
  prepare?: Omit<PrepareOptions, 'signal' | 'onProgress' | 'detail' | 'model' | 'rules'>;
  /** Token budget for the images of a message; shared fairly. @defaultValue no limit */
  maxTotalTokens?: number;
  /** Your own pipeline, which you dispose of. @defaultValue the page's, whose workers end with its last user */
  pipeline?: Pipeline;
  /** Gives the hook its own pipeline. */
  pipelineOptions?: PipelineOptions;
}

/** A queue with its state, for a component. */
export interface UseImageQueueResult
  extends QueueState, Omit<ImageQueue, 'getSnapshot' | 'subscribe' | 'setOptions' | 'connect'> {
  /** The ready images as message parts, in order. */
  parts: readonly ImagePart[];
  addSources: (sources: readonly ImageSource[]) => string[];
  /**
   * Adds an image that is sent as a link, for the endpoint to fetch. Nothing is loaded here. `checkLink` of the message
   * says whether the endpoint accepts links, and so do its problems once the link has been added. Returns its id.
   */
  addLink: (url: string, facts?: LinkFacts) => string;
  /** Lets a `FileSource` ask the user. `chooser` renders the question. */
  ask?: AskPerson<ReactNode>;
  /**
   * The question that a `FileSource` is asking, such as which pages to use. Render it next to your composer;
   * `ComposerRoot` does.
   */
  chooser?: ReactNode;
  /** Rules of the model that the images are prepared for. */
  rules?: ModelImageRules;
  /** What each detail of the model would do to an image, and cost. */
  detailChoices?: DetailChoices;
  /** Prepares an image as a choice would have it sent, without changing the queue. */
  prepareChoice?: (
    item: Pick<QueueItem, 'file' | 'limits'>,
    choice: DetailChoice,
    signal?: AbortSignal,
  ) => Promise<PreparedImage>;
  /**
   * Prepares an image for no model: upright, at its full size up to 10,000 px, as JPEG, or as PNG if it has few colours or
   * transparent pixels. `QueueMarkup` draws on it where the browser cannot open the file itself.
   */
  prepareWhole?: (item: Pick<QueueItem, 'file'>, signal?: AbortSignal) => Promise<PreparedImage>;
  /** Adds images of a message again, for instance when a question is edited. */
  addParts: (parts: readonly ImagePart[]) => string[];
  /**
   * Resolves once the draft on this device holds what the queue holds, after two seconds at the latest. Missing where no
   * draft is kept. `QueueMarkup` waits for it, so that a page that dies after a redaction does not bring back the original.
   */
  whenKept?: () => Promise<void>;
}

/** How the questions of a chat are made, for another composer: the one a question is edited in, say. */
export interface QuestionOptions {
  /** Media types of files that are sent as they are. @defaultValue none */
  fileTypes?: readonly string[];
  /** As in `UseImageChatOptions`. */
  longPasteChars?: number | false;
  queue: UseImageQueueOptions;
  message: Omit<ImageMessageOptions, 'text' | 'images' | 'files' | 'history'>;
}

export interface UseImageChatOptions {
  /** Endpoint, wire format, model and key. Keep it outside of the component, or in a `useMemo`. */
  connection: Connection;
  /** Instructions for the model, sent before the conversation. */
  system?: string;
  /**
   * The shape of every answer: a Standard Schema or JSON Schema. Answers are shown as a table or a list of fields, and are in
   * `entry.answer.object`; `send` takes another for one question. Keep it outside of the component. @defaultValue none: answers
   * in words
   */
  responseSchema?: ResponseSchema;
  /**
   * Puts "Image 1:" before each image, so that the model can refer to it; `names` adds its file name. @defaultValue
   * false
   */
  labels?: boolean | 'names';
  /** Sends the user's description of an image with it. @defaultValue true */
  altTexts?: boolean;
  /** Prompt used to continue a truncated answer. @defaultValue a sentence in English */
  continueAsk?: string;
  /** How images are prepared: detail, limits, the pipeline and its worker. */
  queue?: Omit<UseImageQueueOptions, 'model' | 'rules'>;
  /** Messages to begin with, such as a conversation that the app has stored. @defaultValue none */
  initialEntries?: readonly ChatEntry[];
  /** How images of earlier turns are treated. @defaultValue all are sent again with each question */
  imageHistory?: PruneOptions;
  /**
   * Uploads images when they are sent, so that messages only reference them and the same bytes are sent once: to the
   * provider's own Files API, or with a function of the app's own. Images changed or removed before Send are not
   * uploaded.
   */
  upload?: UploadImage | 'provider' | UploadOptions;
  /**
   * Describes images for a model that only reads text, for instance by asking another one. The descriptions are sent in
   * place of the images, shown below them and stored. @defaultValue none: such a question is not sent
   */
  describeImages?: DescribeImages;
  /**
   * Takes other files than images, which are sent as they are: PDFs, texts, recordings. `true` takes whatever the
   * connection's wire format can carry, a list limits it: `['application/pdf', 'text/*']`.
   *
   * @defaultValue false
   */
  acceptFiles?: boolean | readonly string[];
  /**
   * How many characters a pasted text may have to be put into the message. A longer one becomes a file of the message,
   * `pasted-text.txt`, which is sent as text; `false` puts every text into the message.
   *
   * @defaultValue 4,000
   */
  longPasteChars?: number | false;
  /** Stores the draft under this name, so that it is restored after a reload or a crash. */
  draftKey?: string;
  /** Where drafts are stored. @defaultValue in IndexedDB, for 24 hours, up to 10 MiB an image and 300 MiB together */
  draftStore?: DraftStore;
  /** Stores the conversation with its images under this name, so that it is restored after a reload or a crash. */
  conversationKey?: string;
  /**
   * Where conversations are stored. @defaultValue in IndexedDB, without expiry, up to 10 MiB an image and 300 MiB
   * together
   */
  conversationStore?: ConversationStore<ChatEntry>;
  /**
   * Returns where an image that is kept at an address can be loaded now, for addresses that expire or need a token. Called
   * when one is shown and when it is sent, and again once it expires or fails to load.
   *
   * @defaultValue the address itself
   */
  resolveImageUrl?: ResolveImageUrl;
  /** Called once for each turn that the server accepted, when its answer has ended: what a server history keeps. */
  onTurn?: (turn: FinishedTurn) => void;
  /** Called for each step of a request, for logs and developer tools. Keys are masked. */
  onTrace?: (trace: ChatTrace) => void;
}

export interface ImageChatComposer {
  text: string;
  setText: (text: string) => void;
  queue: UseImageQueueResult;
  /** Files that are sent as they are, and long texts that were pasted. A composer without it takes neither. */
  files?: UseAttachedFilesResult;
  /** As in `UseImageChatOptions`. */
  longPasteChars?: number | false;
  message: UseImageMessageResult;
  rejections: readonly IntakeRejection[];
  addRejections: (rejections: readonly IntakeRejection[]) => void;
  /** Dismisses rejections. @defaultValue all of them */
  dismissRejections: (rejections?: readonly IntakeRejection[]) => void;
  /** Why the draft cannot be stored across a reload; sending works as usual. */
  storageProblem?: StorageProblem | undefined;
  /** Upload progress of the images, by their ids. Empty if nothing is uploaded. */
  uploads?: ReadonlyMap<string, ImageUpload>;
  retryUpload?: (imageId: string) => void;
  /** Returns the text of the question that was asked last, for the arrow key that brings it back; empty if there is none. */
  lastQuestion?: () => string;
  /** Questions that wait for the answer in flight. Missing until the code that sends has loaded. */
  waiting?: UseQuestionQueueResult;
  /** Whether an answer is in flight and the content could wait for its end. */
  canQueue?: boolean;
  /** Moves the composer's content to the end of the waiting questions. Returns whether it did. */
  enqueue?: () => boolean;
  /** Moves a waiting question back into the composer, before what is written there. */
  editWaiting?: (id: string) => void;
  canSend: boolean;
  /** Sends the composer's content, which leaves the composer at once and comes back if the server does not accept it. */
  submit: () => Promise<SendOutcome | undefined>;
}

export interface UseImageChatResult extends ChatState {
  /** The option, as the same function in every render. */
  resolveImageUrl?: ResolveImageUrl | undefined;
  connection: Connection;
  composer: ImageChatComposer;
  questionOptions: QuestionOptions;
  send: (input: SendInput) => Promise<SendOutcome>;
  stop: () => void;
  /** Retries the request at once if `wait` is for the next attempt. */
  tryNow: () => void;
  regenerate: (answerId?: string) => Promise<SendOutcome>;
  edit: (messageId: string, input: SendInput) => Promise<SendOutcome>;
  /** What the conversation has used and cost so far. */
  totals: ConversationTotals;
  /** Whether the last answer was cut off and can be continued. */
  canContinue: boolean;
  /** Continues the last answer; new text is appended. */
  continueAnswer: () => Promise<SendOutcome>;
  /** Shows another version of a message, counted from 0, with what followed it. */
  showVersion: (messageId: string, versionIndex: number) => void;
  remove: (messageId: string) => void;
  /** Undoes the last removal, as long as `beforeRemoval` is set. */
  undoRemove: () => void;
  /** Keeps a rating with an answer, also across a reload; `undefined` takes it back. */
  rate: (answerId: string, rating: AnswerRating | undefined) => void;
  /** Why the server refused the last request, if it is about the message: shown and fixed like a problem. */
  refusal?: Problem | undefined;
  /**
   * Applies the fix of a problem: resizes, converts or removes an image, leaves out the oldest ones, or leaves out all
   * of them and sends the text alone. Resolves to `false` if only the user can fix it, e.g. by switching models.
   */
  fix: (problem: Problem) => Promise<boolean>;
  /** Images of earlier messages that are shown but no longer sent. */
  leftOutIds: ReadonlySet<string>;
  dismissError: () => void;
}

/** A message as one request would send it. */
export type UseImageMessageResult = ImageMessage;

/** Options of `useImageMessage`: a request, with a `queue` of images or with `images` of the app's own. */
export type UseImageMessageOptions = Omit<ImageMessageOptions, 'images'> &
  (
    | {
        /** The result of `useImageQueue`: its images, in order. `canSend` is `false` until the last one is ready. */
        queue: Pick<UseImageQueueResult, 'parts' | 'isPreparing'>;
        images?: undefined;
      }
    | {
        /** Images that are ready. With a queue, pass `queue`: its `parts` leave out what is still being prepared. */
        images: readonly ImagePart[];
        queue?: undefined;
      }
  );
