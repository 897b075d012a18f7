/** Formats that accept no files, or few, receive text files as text, which every model can read. */
import type { FilePart } from '../messages/types.js';
import { takesFile } from '../internal/takes-file.js';
import type { SentMessage, SentPart } from './neutral.js';
import { textFiles } from './text-files.js';

/** The same messages, with the words of each text file in its place, under its name. */
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
  const name = part.name === undefined ? 'File' : `File “${part.name}”`;
  return words === undefined ? part : { type: 'text', text: `${name}:\n\n${words}` };
}

/** `undefined` for what cannot be read. */
async function wordsOf({ data }: FilePart): Promise<string | undefined> {
  try {
    if (data.kind === 'bytes') return await data.bytes.text();
    return data.kind === 'url' ? await (await fetch(data.url)).text() : undefined;
  } catch {
    return undefined;
  }
}
