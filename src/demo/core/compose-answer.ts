/**
 * The demo backend's answer: what it truly received, in markdown, so that every way to show an answer can be seen
 * without a model. A few words in the question choose the form: compare, table, code, long.
 */
import type { DemoBackendOptions } from '../types.js';
import { currentTurn, earlierImages, type Conversation } from './conversation.js';
import {
  describeImage,
  readImageFacts,
  readWords,
  sizeOf,
  type ImageFacts,
} from './image-facts.js';
import { escapeMarkdown, formatBytes, formatCount, plural, quote, table } from './markdown.js';

const QUESTION_PREVIEW = 280;

/** The answer paragraph by paragraph: what is known at once first, what has to be read out of the pictures last. */
export async function* composeAnswer(
  conversation: Conversation,
  question: string,
  options: DemoBackendOptions,
): AsyncGenerator<string> {
  const { images } = currentTurn(conversation);
  const facts: ImageFacts[] = [];
  for (const [index, image] of images.entries()) {
    facts.push(await readImageFacts(image, index, options));
  }
  const words = images.map((image) => readWords(image, options));
  const asks = (pattern: RegExp): boolean => pattern.test(question);
  const known = [
    opening(question, facts),
    asks(/\btable\b/i) ? factsTable(facts) : factsList(facts),
    asks(/\b(compare|difference|differ)/i) ? comparison(facts) : '',
    asks(/\b(code|json)\b/i) ? codeBlock(facts) : '',
    asks(/\b(long|story|essay)\b/i) ? paragraphs(facts) : '',
  ];
  yield* known.filter((section) => section !== '');
  for (const [index, image] of facts.entries()) {
    const found = await words[index];
    if (found !== undefined) yield wordsSection(image, found);
  }
  const closing = [
    questionSection(question),
    earlierSection(conversation),
    `A model in my place would have been \`${conversation.model}\`.`,
  ];
  yield* closing.filter((section) => section !== '');
}

function opening(question: string, facts: ImageFacts[]): string {
  const text =
    question.length === 0 ? 'no text' : `${plural(question.length, 'character')} of text`;
  const received = facts.length === 0 ? text : `${plural(facts.length, 'image')} and ${text}`;
  const end = facts.length === 0 ? '.' : ':';
  return `I am the demo backend, not a model. I received ${received}${end}`;
}

function factsList(facts: ImageFacts[]): string {
  return facts.map((image) => `- ${describeImage(image)}`).join('\n');
}

function factsTable(facts: ImageFacts[]): string {
  if (facts.length === 0) return '';
  return table(
    ['Image', 'Format', 'Size', 'Bytes', 'Detail', 'Tokens'],
    facts.map((image) => [
      image.name,
      image.format,
      sizeOf(image),
      image.bytes === undefined ? 'unknown' : formatBytes(image.bytes),
      image.detail,
      image.tokens === undefined ? 'unknown' : formatCount(image.tokens),
    ]),
  );
}

function wordsSection({ name }: ImageFacts, words: string): string {
  return words === ''
    ? `I can read no words in ${name.toLowerCase()}.`
    : `Words I can read in ${name.toLowerCase()}:\n\n${quote(words)}`;
}

function comparison(facts: ImageFacts[]): string {
  const [first, ...others] = facts;
  if (!first || others.length === 0) {
    return '### Differences\n\nThere is nothing to compare: send two images or more.';
  }
  const lines = others.map((image) => {
    const pixels = ratio(areaOf(image), areaOf(first), 'pixels');
    const bytes = ratio(image.bytes, first.bytes, 'bytes');
    const format =
      image.format === first.format
        ? `also ${image.format}`
        : `${image.format}, not ${first.format}`;
    const parts = [pixels, bytes, format].filter((part) => part !== undefined);
    return `- **${image.name}** against **${first.name}**: ${parts.join(', ')}`;
  });
  return `### Differences\n\n${lines.join('\n')}`;
}

function ratio(
  value: number | undefined,
  base: number | undefined,
  unit: string,
): string | undefined {
  if (value === undefined || base === undefined || base === 0) return undefined;
  if (value === base) return `the same number of ${unit}`;
  return `${(value / base).toFixed(2)} times the ${unit}`;
}

function areaOf({ width, height }: ImageFacts): number | undefined {
  return width === undefined || height === undefined ? undefined : width * height;
}

function codeBlock(facts: ImageFacts[]): string {
  const data = facts.map(({ name, format, width, height, bytes, tokens }) => ({
    name,
    format,
    width,
    height,
    bytes,
    tokens,
  }));
  return `\`\`\`json\n${JSON.stringify(data, null, 2)}\n\`\`\``;
}

function paragraphs(facts: ImageFacts[]): string {
  const each = facts.map(
    (image) =>
      `${image.name} came as ${image.format} of ${sizeOf(image)}. Everything I say of it stands in its header: I read ` +
      'the first bytes, checked that the rest is there, and counted what a model would be charged for it.',
  );
  return [
    '## At length',
    'You asked for a long answer, so here is one. It has nothing new in it, but it takes a while, which is what a ' +
      'chat has to show well: it scrolls while it grows, it can be stopped, and it stays readable in between.',
    ...each,
    'A backend such as this one answers from what it was sent and from nothing else. That makes it useful for trying ' +
      'out a page before there is a key, and for tests that must give the same answer tomorrow:\n\n' +
      '1. it refuses what the real endpoints refuse, in their words;\n' +
      '2. it counts what they would charge;\n' +
      '3. it fails on request, in more than thirty ways.',
    'To fail on purpose, write `/fault` and a name, such as `/fault truncated`, into the question.',
  ].join('\n\n');
}

function questionSection(question: string): string {
  if (question === '') return '';
  const short =
    question.length > QUESTION_PREVIEW ? `${question.slice(0, QUESTION_PREVIEW)}…` : question;
  return `You asked: “${escapeMarkdown(short.replace(/\s+/g, ' '))}”`;
}

function earlierSection(conversation: Conversation): string {
  const earlier = earlierImages(conversation);
  if (earlier.length === 0) return '';
  const tokens = earlier.reduce((sum, image) => sum + (image.count?.tokens ?? 0), 0);
  const rode = `${plural(earlier.length, 'earlier image')} rode along`;
  return `${rode}, for ${formatCount(tokens)} tokens more.`;
}
