/** What the hooks take and give. Parts and apps build on these shapes. */
import type { ReactNode } from 'react';
import type { ConversationTotals } from '../chat/conversation-totals.js';
import type {
  ChatEntry,
  ChatState,
  ChatTrace,
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
import type { DetailChoice, DetailChoices } from '../queue/detail-choices.js';
import type { ImageUpload, UploadImage, UploadOptions } from '../uploads/types.js';

export interface ImageQueueHookOptions {
  /** Model the images are made for. */
  model?: string;
  rules?: ModelImageRules;
  /** For new images. @defaultValue 'auto' */
  detail?: ImageDetail;
  /** Limits and output of each image, such as `maxSidePx`, `quality` and `outputMediaType`. */
  prepare?: Omit<PrepareOptions, 'signal' | 'onProgress' | 'detail' | 'model' | 'rules'>;
  /** What the images of a message may cost together; shared out fairly. @defaultValue no limit */
  maxTotalTokens?: number;
  /** One of your own, which you dispose. @defaultValue the page's, whose workers end with its last user */
  pipeline?: Pipeline;
  /** Gives the hook a pipeline of its own. */
  pipelineOptions?: PipelineOptions;
}

/** A queue with its state, for a component. */
export interface ImageQueueHook
  extends QueueState, Omit<ImageQueue, 'getSnapshot' | 'subscribe' | 'setOptions' | 'connect'> {
  /** The ready images as message parts, in order. */
  parts: readonly ImagePart[];
  addSources: (sources: readonly ImageSource[]) => string[];
  /**
   * Adds an image that is sent as a link, for the endpoint to fetch by itself. Nothing is loaded here. Whether the endpoint
   * takes links is said by `checkLink` of the message, and by its problems once the link is there. Returns its id.
   */
  addLink: (url: string, facts?: LinkFacts) => string;
  /** Lets a `FileSource` ask the person, which `chooser` renders meanwhile. */
  ask?: AskPerson<ReactNode>;
  /** What a file asks now, such as which of its pages are meant. Render it beside your composer; `ComposerRoot` does. */
  chooser?: ReactNode;
  /** Of the model the images are made for. */
  rules?: ModelImageRules;
  /** What each detail of the model would make of an image, and cost. */
  detailChoices?: DetailChoices;
  /** Makes an image as a choice would have it sent, and leaves the queue as it is. */
  prepareChoice?: (
    item: Pick<QueueItem, 'file' | 'limits'>,
    choice: DetailChoice,
    signal?: AbortSignal,
  ) => Promise<PreparedImage>;
  /** Puts images of a message back, as when a question is edited. */
  addParts: (parts: readonly ImagePart[]) => string[];
  /**
   * Resolves once the draft on this device holds what the queue holds, after two seconds at the latest. Missing where no
   * draft is kept. `QueueMarkup` waits for it, so that a page that dies after a redaction does not bring back the original.
   */
  whenKept?: () => Promise<void>;
}

/** How the questions of a chat are made, for another composer: the one a question is edited in, say. */
export interface QuestionOptions {
  queue: ImageQueueHookOptions;
  message: Omit<ImageMessageOptions, 'text' | 'images' | 'history'>;
}

export interface ImageChatOptions {
  /** Endpoint, wire format, model and key. Keep it outside of the component, or in a `useMemo`. */
  connection: Connection;
  /** Instructions for the model, sent before the conversation. */
  system?: string;
  /** Puts "Image 1:" before each image, so that the model can name it; `names` adds its file's name. @defaultValue false */
  labels?: boolean | 'names';
  /** Sends what the person said of an image with it. @defaultValue true */
  altTexts?: boolean;
  /** What the model is told to go on with an answer that was cut off. @defaultValue a sentence in English */
  continueAsk?: string;
  /** How images are prepared: detail, limits, the pipeline and its worker. */
  queue?: Omit<ImageQueueHookOptions, 'model' | 'rules'>;
  /** Messages to begin with, such as a conversation that the app has stored. @defaultValue none */
  initialEntries?: readonly ChatEntry[];
  /** What becomes of the images of earlier turns. @defaultValue all are sent again with each question */
  imageHistory?: PruneOptions;
  /**
   * Uploads images when they are sent, so that messages only name them and the same bytes go once: to the provider's own files,
   * or with a function of the app's own. What is changed or removed before Send goes nowhere.
   */
  upload?: UploadImage | 'provider' | UploadOptions;
  /**
   * Describes images for a model that reads text only, as by asking another one. The descriptions are sent in the place of the
   * images, shown below them and kept. @defaultValue none: such a question is not sent
   */
  describeImages?: DescribeImages;
  /** Keeps what is being written under this name, so that it is there again after a reload or a crash. */
  draftKey?: string;
  /** Where drafts are kept. @defaultValue one in IndexedDB, for 24 hours, up to 10 MiB an image and 300 MiB together */
  draftStore?: DraftStore;
  /** Keeps the conversation with its images under this name, so that it is there again after a reload or a crash. */
  conversationKey?: string;
  /** Where conversations are kept. @defaultValue one in IndexedDB, without an end, up to 10 MiB an image and 300 MiB together */
  conversationStore?: ConversationStore<ChatEntry>;
  /** Called for each step of a request, for logs and developer tools. Keys are masked. */
  onTrace?: (trace: ChatTrace) => void;
}

export interface ImageChatComposer {
  text: string;
  setText: (text: string) => void;
  queue: ImageQueueHook;
  message: ImageMessage;
  rejections: readonly IntakeRejection[];
  addRejections: (rejections: readonly IntakeRejection[]) => void;
  /** @defaultValue all of them */
  dismissRejections: (rejections?: readonly IntakeRejection[]) => void;
  /** Why what is being written cannot be kept over a reload; sending works as usual. */
  storageProblem?: StorageProblem | undefined;
  /** How far the uploads of the images are, by their ids. Empty where nothing is uploaded. */
  uploads?: ReadonlyMap<string, ImageUpload>;
  retryUpload?: (imageId: string) => void;
  canSend: boolean;
  /** Sends what is in the composer, which is emptied once the server has taken it. */
  submit: () => Promise<SendOutcome | undefined>;
}

export interface ImageChat extends ChatState {
  connection: Connection;
  composer: ImageChatComposer;
  questionOptions: QuestionOptions;
  send: (input: SendInput) => Promise<SendOutcome>;
  stop: () => void;
  /** Sends the request again at once where `wait` is for the next try. */
  tryNow: () => void;
  regenerate: (answerId?: string) => Promise<SendOutcome>;
  edit: (messageId: string, input: SendInput) => Promise<SendOutcome>;
  /** What the conversation used and cost so far. */
  totals: ConversationTotals;
  /** The last answer was cut off, and there is something to go on from. */
  canContinue: boolean;
  /** Goes on with the last answer; what comes is put behind it. */
  continueAnswer: () => Promise<SendOutcome>;
  /** Shows another version of a message, counted from 0, with what followed it. */
  showVersion: (messageId: string, versionIndex: number) => void;
  remove: (messageId: string) => void;
  /** Takes the last removal back, as long as `beforeRemoval` is there. */
  undoRemove: () => void;
  /** Why the server refused the last request, where it is about the message: shown and mended like a problem. */
  refusal?: Problem | undefined;
  /**
   * Carries out the fix of a problem: makes an image smaller, converts or removes it, leaves out the oldest ones. Says
   * false where only a person can, as by choosing another model.
   */
  mend: (problem: Problem) => Promise<boolean>;
  /** Images of earlier messages that are shown but no longer sent. */
  leftOutIds: ReadonlySet<string>;
  dismissError: () => void;
}

export type { ImageMessage, ImageMessageOptions };
