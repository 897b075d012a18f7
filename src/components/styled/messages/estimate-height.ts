import type { ChatEntry } from '../../../chat/types.js';
import { imagesOf, textOf } from '../../parts/messages/messages-context.js';
import { SHOWN_AT_FIRST } from './image-grid.js';

const CHARACTERS_PER_LINE = 90;
const LINE_REM = 1.5;
/** Space below a message, up to the next. */
const FRAME_REM = 3.5;
const IMAGE_ROW_REM = 10;

/**
 * Estimates the height of a message that was not rendered yet, so that the scroll bar reflects the length of the
 * conversation.
 */
export function estimateHeightRem(entry: ChatEntry): number {
  const text = textOf(entry);
  let lines = 0;
  // A blank line is half a line high.
  for (let start = 0, end = 0; start <= text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    lines += end === start ? 0.5 : Math.ceil((end - start) / CHARACTERS_PER_LINE);
  }
  // Those of tools are folded.
  const { length } = imagesOf(entry).filter(({ toolCallId }) => toolCallId === undefined);
  const isFolded = entry.message.role === 'user' && length > SHOWN_AT_FIRST;
  const imageRows = Math.ceil((isFolded ? SHOWN_AT_FIRST : length) / 3);
  return FRAME_REM + lines * LINE_REM + imageRows * IMAGE_ROW_REM;
}
