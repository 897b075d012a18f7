/** Text files are sent as text in every format: each model can read that, whichever files its provider accepts. */
import { readText } from '../internal/decode-text.js';
import type { FilePart } from '../messages/types.js';
import { takesFile } from '../internal/takes-file.js';
import type { SentMessage, SentPart } from './neutral.js';
import { textFiles } from './text-files.js';

/** Returns the same messages, with the words of each text file in its place: framed, and under its name. */
export function withTextFiles(messages: readonly SentMessage[]): Promise<SentMessage[]> {
  return Promise.all(
    messages.map(async (message) => ({
      ...message,
      parts: await Promise.all(message.parts.map(asText)),
    })),
  );
}

async function asText(part: SentPart): Promise<SentPart> {
  if (part.type !== 'file' || !takesFile(part, [textFiles])) return part;
  const words = await wordsOf(part);
  return words === undefined ? part : { type: 'text', text: framed(words, part.name) };
}

/** The fence is longer than any in the text, which therefore cannot close it. */
function framed(words: string, name: string | undefined): string {
  const runs = (words.match(/`+/g) ?? []).map(({ length }) => length);
  const fence = '`'.repeat(runs.reduce((longest, length) => Math.max(longest, length + 1), 3));
  const line = name?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return `${line === undefined ? 'File' : `File “${line}”`}:\n\n${fence}\n${words.replace(/\n$/, '')}\n${fence}`;
}

/** Returns `undefined` for what cannot be read. */
async function wordsOf({ data }: FilePart): Promise<string | undefined> {
  try {
    if (data.kind === 'bytes') return await readText(data.bytes);
    return data.kind === 'url' ? await readText(await (await fetch(data.url)).blob()) : undefined;
  } catch {
    return undefined;
  }
}
