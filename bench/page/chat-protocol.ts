/** What the scenarios about chats ask of `chat.html`, and what it answers. The only file both sides import. */
import type { Calm } from './protocol.ts';

export interface ConversationPlan {
  /** Messages that stand in the conversation already. */
  messages: number;
  /** Markdown of many kinds, and images, in place of one answer again and again. */
  isMixed?: boolean;
}

export interface StreamPlan extends ConversationPlan {
  tokens: number;
  tokensPerSecond: number;
  /** The answer is one table of so many rows, and ends with it. */
  tableRows?: number;
}

export interface ReadingRun {
  /** Until all messages are on the page. */
  mountMs: number;
  /** The longest task meanwhile. */
  longestTaskMs: number;
  /** Elements on the page then. */
  elements: number;
  /** From the end to the first message at once: the longest frame of it. */
  jumpFrameMs: number;
  /** Through all of it, one step with each frame. */
  steps: number;
  medianFrameMs: number;
  longestFrameMs: number;
  /** Frames that took longer than 50 ms. */
  slowFrames: number;
  /** How far off the height of the page was before it was read, as a fraction of what it came to. */
  heightError: number;
}

export interface StreamRun extends Calm {
  /** From the question to the end of the answer. */
  ms: number;
  longestFrameMs: number;
  /** Frames that took longer than 50 ms. */
  slowFrames: number;
  /** Letters of the answer on the page at the end. */
  shownCharacters: number;
}

export interface CycleRun {
  cycles: number;
  /** Of those, how many had an image in the tray. */
  withImage: number;
  objectUrls: number;
  heapBytes: number;
}

export interface PhotosRun extends Calm {
  photos: number;
  /** From the drop to the first image on the page. */
  firstPreviewMs: number;
  allReadyMs: number;
  failed: number;
}

export interface VideoRun extends Calm {
  seconds: number;
  bytes: number;
  /** From the drop to the first frame in the chooser. */
  previewMs: number;
  /** Six frames spread evenly, with their thumbnails. */
  evenMs: number;
  /** The search for scene changes, with their thumbnails. */
  scenesMs: number;
  /** How many frames that added. */
  scenes: number;
}

/** The page's `window.chat`. */
export interface ChatPage {
  kits: string[];
  /** The same, and kits with parts that only matter to what streams. */
  streamingKits: string[];
  /** Shows a conversation in one of the kits, ready for `stream`. */
  show(kit: string, plan: StreamPlan): Promise<void>;
  /** Asks in the chat that is shown, and lets the answer come. */
  stream(plan: StreamPlan): Promise<StreamRun>;
  /** Shows a long conversation in one of the kits, and goes through all of it. Leaves nothing on the page. */
  read(kit: string, plan: ConversationPlan): Promise<ReadingRun>;
  hide(): void;
  /** Mounts and unmounts the whole chat so many times; leaves nothing on the page. */
  cycle(times: number): Promise<CycleRun>;
  /** Drops the photos that were put into the page on a chat. */
  dropPhotos(): Promise<PhotosRun>;
  /** Makes a video of this length, drops it on a chat and adds frames of it. */
  dropVideo(seconds: number): Promise<VideoRun>;
}

declare global {
  interface Window {
    chat: ChatPage;
  }
}
