/**
 * Composes the demo backend's answer: the app's own text if it provides one, otherwise a line that says who
 * answers and a table of what was received. A few words in the question add to it: compare, code, long.
 */
import type { DemoBackendOptions, DemoQuestion } from '../types.js';
import { currentTurn, earlierImages, type Conversation } from './conversation.js';
import { sampleOf } from './requested-object.js';
import { moreSections } from './more-sections.js';
import { blobOf, fileOf, readImageFacts, readWords, type ImageFacts } from './image-facts.js';
import { escapeMarkdown, formatCount, plural, table } from './markdown.js';

const WORDS_PREVIEW = 120;
/** Of more images than these, the table has the first and the sum. */
const MAX_ROWS = 4;
/** Reading an image takes a second, so an answer about thirty images does not read all of them. */
const MAX_IMAGES_READ = 3;

/**
 * Yields the answer paragraph by paragraph: what is known immediately first, what has to be read from the
 * images last.
 */
export async function* composeAnswer(
  conversation: Conversation,
  question: string,
  options: DemoBackendOptions,
): AsyncGenerator<string> {
  const written = await options.reply?.(questionOf(conversation, question));
  if (written !== undefined) {
    yield written;
    return;
  }
  const { images } = currentTurn(conversation);
  if (conversation.answerSchema) {
    yield JSON.stringify(sampleOf(conversation.answerSchema, images.length), null, 2);
    return;
  }
  const facts: ImageFacts[] = [];
  for (const [index, image] of images.entries()) {
    facts.push(await readImageFacts(image, index, options));
  }
  const words = images.slice(0, MAX_IMAGES_READ).map((image) => readWords(image, options));
  yield opening(conversation, facts.length);
  if (facts.length > 0) yield factsTable(facts, conversation);
  yield* moreSections(question, facts);
  for (const [index, reading] of words.entries()) {
    const found = await reading;
    if (found === undefined) continue;
    yield wordsLine(index + 1, found);
    return;
  }
}

function questionOf(conversation: Conversation, text: string): DemoQuestion {
  const { turns, model } = conversation;
  const instructions = turns.filter(({ role }) => role === 'system').map((turn) => turn.text);
  return {
    text,
    images: currentTurn(conversation).images.map(blobOf),
    earlierImages: earlierImages(conversation).map(blobOf),
    instructions: instructions.join('\n'),
    model,
  };
}

function opening(conversation: Conversation, imageCount: number): string {
  const who = 'This is the demo backend, not a model.';
  if (imageCount > 0) {
    return `${who} It received ${plural(imageCount, 'image')}, exactly as a model would:`;
  }
  const earlier = earlierImages(conversation);
  return earlier.length === 0
    ? `${who} It received your question and no image. Add one to see what a model would receive.`
    : `${who} It received your question and ${plural(earlier.length, 'earlier image')} again, ${formatCount(tokensOf(earlier))} tokens.`;
}

function factsTable(facts: readonly ImageFacts[], conversation: Conversation): string {
  const earlier = earlierImages(conversation);
  const isLong = facts.length > MAX_ROWS;
  const listed = isLong ? facts.slice(0, MAX_ROWS - 1) : facts;
  const rows = listed.map((image) => [
    image.name,
    fileOf(image),
    image.detail,
    image.tokens === undefined ? 'unknown' : formatCount(image.tokens),
  ]);
  if (isLong) {
    const others = facts.slice(listed.length);
    const formats = [...new Set(others.map(({ format }) => format))].join(', ');
    rows.push([`and ${formatCount(others.length)} more`, formats, '', sumOf(others)]);
    rows.push([`**${plural(facts.length, 'image')}**`, '', '', `**${sumOf(facts)}**`]);
  }
  if (earlier.length > 0) {
    const count = plural(earlier.length, 'earlier image');
    rows.push([count, 'sent again', '', formatCount(tokensOf(earlier))]);
  }
  return table(['Image', 'Received as', 'Detail', 'Tokens'], rows, 3);
}

function sumOf(facts: readonly ImageFacts[]): string {
  return formatCount(facts.reduce((sum, { tokens = 0 }) => sum + tokens, 0));
}

function tokensOf(images: ReturnType<typeof earlierImages>): number {
  return images.reduce((sum, { count }) => sum + (count?.tokens ?? 0), 0);
}

function wordsLine(number: number, words: string): string {
  const short = words.length > WORDS_PREVIEW ? `${words.slice(0, WORDS_PREVIEW).trim()}…` : words;
  return `Image ${number} reads “${escapeMarkdown(short)}”`;
}
