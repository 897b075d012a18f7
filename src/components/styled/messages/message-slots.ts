import { createContext, type ReactNode } from 'react';
import type { AnswerRating, ChatEntry } from '../../../chat/types.js';
import type { ImagePart, MessagePart } from '../../../messages/types.js';
import type { AnswerObject } from '../../../objects/types.js';
import type { MarkdownSlots } from '../../markdown/markdown-slots.js';

/** What an answer says as an object, if it was asked for with a `responseSchema`. */
export interface ObjectPart extends AnswerObject {
  type: 'object';
}

/** What `renderPart` renders. */
export type RenderedPart = MessagePart | ObjectPart;

export interface PartSlotProps<Type extends RenderedPart['type']> {
  /** The part. All text of a message is one part. */
  part: Extract<RenderedPart, { type: Type }>;
  entry: ChatEntry;
  /** The kit's own rendering of it. */
  children: ReactNode;
}

/** Renders parts of messages, by their type. */
export type PartRenderers = {
  [Type in RenderedPart['type']]?: (props: PartSlotProps<Type>) => ReactNode;
};

/** The kit's own actions of a message. Those that are not possible now are `undefined`. */
export interface OwnMessageActions {
  versions?: ReactNode;
  copy?: ReactNode;
  /** Of an answer. Shown while words of it are selected. */
  quote?: ReactNode;
  /** Of an answer. */
  regenerate?: ReactNode;
  /** Of a question. */
  edit?: ReactNode;
  /** Of an answer, with `readAloud`. */
  readAloud?: ReactNode;
  /** Of an answer, with `onFeedback`. */
  feedback?: ReactNode;
  remove?: ReactNode;
  /** Tokens, cost and time of an answer. */
  usage?: ReactNode;
}

export interface MessageActionsProps {
  entry: ChatEntry;
  /** In the kit's order. */
  actions: OwnMessageActions;
}

export interface MessageFeedback {
  messageId: string;
  entry: ChatEntry;
  /** `undefined` if the user took it back. */
  rating: AnswerRating | undefined;
}

export interface ImageToolsProps {
  image: ImagePart;
  entry: ChatEntry;
  /** Its number in the message, counted from 1. */
  number: number;
}

/**
 * What an app adds to the list of messages, or replaces. Functions are called while rendering and may use hooks. Keep them
 * outside of the component, or memoise them: another function renders every message again. One that throws is reported in
 * its place, and the rest stays usable.
 */
export interface MessageSlots {
  /** Renders parts of messages by their type: `{ 'tool-call': ({ part, children }) => … }`. */
  renderPart?: PartRenderers | undefined;
  /** Renders a message around the kit's own rendering. */
  renderMessage?: ((props: { entry: ChatEntry; children: ReactNode }) => ReactNode) | undefined;
  /** Renders the actions of a message: the kit's in any order, with others between them. */
  messageActions?: ((props: MessageActionsProps) => ReactNode) | undefined;
  /** Adds a button that reads an answer aloud with the voices of the browser, where it has some. @defaultValue false */
  readAloud?: boolean | undefined;
  /** Adds buttons to rate an answer, and is called when one is pressed. The rating is kept with the answer. */
  onFeedback?: ((feedback: MessageFeedback) => void) | undefined;
  /** Above a message. */
  renderAvatar?: ((entry: ChatEntry) => ReactNode) | undefined;
  /** Above a message, after its avatar. */
  renderName?: ((entry: ChatEntry) => ReactNode) | undefined;
  /** Above a message, after its name. */
  renderTime?: ((entry: ChatEntry) => ReactNode) | undefined;
  /** Buttons on the tile of an image in a message. */
  imageTools?: ((props: ImageToolsProps) => ReactNode) | undefined;
  /** Elements and plugins for the markdown of answers. */
  markdown?: MarkdownSlots | undefined;
  /** Whether tokens, cost and time are shown below answers, and their sum below the composer. @defaultValue false */
  showUsage?: boolean | undefined;
}

export const SlotsContext = createContext<MessageSlots>({});
