/** Where the images of a tool's result are shown: in the fold of the tool call, or otherwise with those of the message. */
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type {
  ImagePart,
  ImageProgressPart,
  MessagePart,
  ToolCallPart,
} from '../../../messages/types.js';
import { SlotsContext } from './message-slots.js';

/** Called with the id of a tool call when its fold appears and when it goes. */
type NoteFold = (callId: string, isThere: boolean) => void;

/** Present while the app renders tool calls itself, with the kit's fold or without it. */
export const NoteFoldContext = createContext<NoteFold | undefined>(undefined);

/** Returns the images that a tool call returned. If two calls have the same id, they belong to the last one. */
export function imagesOfCall(parts: readonly MessagePart[], call: ToolCallPart): ImagePart[] {
  const isLast =
    parts.findLast((part) => part.type === 'tool-call' && part.id === call.id) === call;
  return isLast
    ? parts.filter((part) => part.type === 'image').filter((image) => image.toolCallId === call.id)
    : [];
}

export interface ToolFolds {
  /** Value of `NoteFoldContext` for the parts of the answer. */
  noteFold: NoteFold | undefined;
  /** Whether an image is shown with those of the message, and not in a fold. */
  isOutside: (part: ImagePart | ImageProgressPart) => boolean;
}

/**
 * Says which images of an answer are in folds. With a `renderPart` for tool calls, those whose fold the app leaves out are not.
 */
export function useToolFolds(parts: readonly MessagePart[]): ToolFolds {
  const { renderPart } = useContext(SlotsContext);
  const [noted, setNoted] = useState<ReadonlySet<string>>(NONE);
  const noteFold = useCallback<NoteFold>(
    (callId, isThere) =>
      setNoted((before) => {
        if (before.has(callId) === isThere) return before;
        const next = new Set(before);
        if (isThere) next.add(callId);
        else next.delete(callId);
        return next;
      }),
    [],
  );
  const isRenderedByApp = renderPart?.['tool-call'] !== undefined;
  return useMemo(() => {
    const own = parts.filter((part) => part.type === 'tool-call').map(({ id }) => id);
    const folds = isRenderedByApp ? noted : new Set(own);
    return {
      noteFold: isRenderedByApp ? noteFold : undefined,
      isOutside: (part) =>
        part.type !== 'image' || part.toolCallId === undefined || !folds.has(part.toolCallId),
    };
  }, [parts, noted, noteFold, isRenderedByApp]);
}

const NONE: ReadonlySet<string> = new Set();
