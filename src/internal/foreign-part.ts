/**
 * Returns the type of a part in a provider's own shape, as code written directly against a provider uses it:
 * `image_url`, `input_image`, `inlineData`. Returns `undefined` for the kit's own parts. Types cannot keep
 * such parts out of plain JavaScript or of stored conversations.
 */
export function foreignPartType(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return typeof part;
  const { type, text, data, mediaType, ranges, id, state } = part as Record<string, unknown>;
  if ((type === 'text' || type === 'reasoning') && typeof text === 'string') return undefined;
  if (type === 'image' && isImageData(data)) return undefined;
  if (type === 'file' && typeof mediaType === 'string' && isImageData(data)) return undefined;
  if (type === 'source' && Array.isArray(ranges)) return undefined;
  if (type === 'tool-call' && typeof id === 'string' && typeof state === 'string') return undefined;
  if (typeof type === 'string') return type;
  return Object.keys(part)[0] ?? 'nothing';
}

function isImageData(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const { kind, bytes, url, fileId } = data as Record<string, unknown>;
  switch (kind) {
    case 'bytes':
      // A Blob from another window counts too.
      return typeof bytes === 'object' && bytes !== null && 'size' in bytes;
    case 'url':
      return typeof url === 'string';
    default:
      return kind === 'file-id' && typeof fileId === 'string';
  }
}

/** Returns an error message that says what happened and what to do about it. */
export function foreignPartMessage(messageId: string, index: number, type: string): string {
  return (
    `Part ${index + 1} of message “${messageId}” is written as “${type}”, which is the shape of one provider. Write ` +
    'images as { type: "image", id, mediaType, detail, data: { kind: "bytes", bytes } }, or with { kind: "url", url } ' +
    'or { kind: "file-id", fileId } as data: the wire format makes the shape of the endpoint from it.'
  );
}
