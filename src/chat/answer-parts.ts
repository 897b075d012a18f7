/** How the parts of an answer grow with its events. */
import { grownSource, grownToolCall, isSameSource } from '../messages/grow-parts.js';
import type { MessagePart, ReasoningPart, TextRange } from '../messages/types.js';
import type { ChatEvent, ImageAdd, ImageProgress } from '../wire/types.js';
import { answerImage, grownProgress } from './answer-image.js';
import { keptBeginning } from './kept-beginning.js';
import type { Answer } from './reduce-answer.js';
import { tornTextIndex } from './torn-text.js';

type Parts = readonly MessagePart[];
type Continuation = Answer['continuation'];

/** Adds text. Sources come after the text that they belong to and do not split it. */
export function withText(parts: Parts, text: string): Parts {
  const index = tornTextIndex(parts);
  const last = parts[index];
  return last?.type === 'text'
    ? parts.with(index, { type: 'text', text: last.text + text })
    : [...parts, { type: 'text', text }];
}

/** Appends the first text of a continuation to the part of the answer that was sent. */
export function continuedText(
  parts: Parts,
  text: string,
): { parts: Parts; continuation: NonNullable<Continuation> } {
  const index = tornTextIndex(parts);
  const last = parts[index];
  if (last?.type !== 'text') {
    return { parts: withText(parts, text), continuation: { textStart: lengthOf(parts) } };
  }
  const kept = keptBeginning(last.text);
  const more = /\s$/.test(kept) ? text.replace(/^ +/, '') : text;
  const before = parts.with(index, { type: 'text', text: kept });
  const textStart = lengthOf(before) - (text.length - more.length);
  return {
    parts: before.with(index, { type: 'text', text: kept + more }),
    continuation: { textStart },
  };
}

export function withThought(
  parts: Parts,
  { text, isSummary = false, returned }: Extract<ChatEvent, { type: 'reasoning-delta' }>,
  { nowMs, continuation }: { nowMs: number; continuation: Continuation },
): Parts {
  // Some servers report the thinking only at the end.
  const index = parts.findLastIndex(
    (part) =>
      part.type === 'reasoning' &&
      (part.durationMs === undefined || (part.text === '' && part.summary === undefined)),
  );
  const open = parts[index];
  const known: ReasoningPart =
    open?.type === 'reasoning' ? open : { type: 'reasoning', text: '', startedAtMs: nowMs };
  const thought = returned ? { ...known, returned: { ...known.returned, ...returned } } : known;
  const grown = isSummary
    ? { ...thought, summary: (thought.summary ?? '') + text }
    : { ...thought, text: thought.text + text };
  return index < 0 ? inserted(parts, grown, continuation) : parts.with(index, grown);
}

/** Turns the text that this request brought into reasoning. What was there before a continuation stays. */
export function withTextAsReasoning(
  parts: Parts,
  { startedAtMs, continuation }: Pick<Answer, 'startedAtMs' | 'continuation'>,
  nowMs: number,
): { parts: Parts; continuation?: NonNullable<Continuation> } {
  const textStart = continuation?.textStart ?? 0;
  const kept: MessagePart[] = [];
  let offset = 0;
  let thought = '';
  let index: number | undefined;
  for (const part of parts) {
    if (part.type === 'source') {
      kept.push({ ...part, ranges: part.ranges.filter(({ end }) => end <= textStart) });
    } else if (part.type === 'text') {
      const keptChars = Math.max(0, textStart - offset);
      offset += part.text.length;
      const more = part.text.slice(keptChars);
      thought += more;
      // Text that a continuation goes on with stays at the end.
      if (more !== '') index ??= kept.length;
      if (keptChars > 0) kept.push({ ...part, text: part.text.slice(0, keptChars) });
    } else kept.push(part);
  }
  const reasoning: ReasoningPart = {
    type: 'reasoning',
    text: thought.trim(),
    startedAtMs,
    durationMs: Math.max(0, nowMs - startedAtMs),
  };
  return {
    parts: reasoning.text === '' ? kept : kept.toSpliced(index ?? 0, 0, reasoning),
    ...(continuation && { continuation: {} }),
  };
}

export function withImageProgress(parts: Parts, progress: ImageProgress, answerId: string): Parts {
  const id = progressPartId(answerId, progress.id);
  const index = parts.findIndex((part) => part.type === 'image-progress' && part.id === id);
  const known = parts[index];
  const part = grownProgress(id, known?.type === 'image-progress' ? known : undefined, progress);
  return index < 0 ? [...parts, part] : parts.with(index, part);
}

/** Adds an image, in place of what was shown while it was made: that is the answer itself, not the result of a tool. */
export function withImage(parts: Parts, added: ImageAdd, answerId: string): Parts {
  const { toolCallId: _made, ...made } = added;
  const id = progressPartId(answerId, added.progressId ?? '');
  const index = parts.findIndex((part) => part.type === 'image-progress' && part.id === id);
  return index < 0
    ? [...parts, answerImage(`${answerId}-image-${parts.length + 1}`, added)]
    : parts.with(index, answerImage(id, made));
}

function progressPartId(answerId: string, progressId: string): string {
  return `${answerId}-made-${progressId}`;
}

export function withToolUpdate(
  parts: Parts,
  { type: _type, ...news }: Extract<ChatEvent, { type: 'tool-update' }>,
  continuation: Continuation,
): Parts {
  const index = parts.findLastIndex((part) => part.type === 'tool-call' && part.id === news.id);
  const known = parts[index];
  const call = grownToolCall(known?.type === 'tool-call' ? known : undefined, news);
  return index < 0 ? inserted(parts, call, continuation) : parts.with(index, call);
}

export function withSource(
  parts: Parts,
  { type: _type, range, ...news }: Extract<ChatEvent, { type: 'source-add' }>,
  continuation: Continuation,
): Parts {
  const index = parts.findIndex((part) => part.type === 'source' && isSameSource(part, news));
  const known = parts[index];
  const source = grownSource(known?.type === 'source' ? known : undefined, {
    ...news,
    ...(range && { range: moved(range, continuation?.textStart ?? 0) }),
  });
  return index < 0 ? [...parts, source] : parts.with(index, source);
}

/** Until its text continues, an answer that is being continued must end with the truncated text. */
function inserted(parts: Parts, part: MessagePart, continuation: Continuation): Parts {
  const torn = tornTextIndex(parts);
  const isBefore = continuation && continuation.textStart === undefined && torn >= 0;
  return isBefore ? parts.toSpliced(torn, 0, part) : [...parts, part];
}

function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

function lengthOf(parts: Parts): number {
  return parts.reduce((sum, part) => sum + (part.type === 'text' ? part.text.length : 0), 0);
}
