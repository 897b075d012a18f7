/** Formats without files, or with few, take a text as words: a model reads it all the same. */
import type { FilePart, FileSupport } from '../messages/types.js';
import { takesFile } from '../internal/takes-file.js';
import type { SentMessage, SentPart } from './neutral.js';

/** Files that are sent as words. */
export const textFiles: FileSupport = {
  mediaTypes: ['text/*', 'application/json', 'application/xml', 'application/yaml'],
  kinds: ['bytes'],
};

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
