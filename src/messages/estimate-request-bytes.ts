import { fileBytes } from './check-files.js';
import type { RequestImage } from './request-images.js';
import type { ChatMessage } from './types.js';

/** JSON around one message or part: keys, quotes, a `data:` prefix. */
const OVERHEAD_BYTES = 120;

/** Estimates the length of a request body as JSON, to within about a hundred bytes per part. */
export function estimateRequestBytes(
  messages: readonly ChatMessage[],
  images: readonly RequestImage[],
): number {
  let bytes = images.reduce((sum, { base64Bytes }) => sum + base64Bytes, 0);
  for (const { parts } of messages) {
    bytes += OVERHEAD_BYTES * (1 + parts.length);
    for (const part of parts) {
      if (part.type === 'text') bytes += jsonBytes(part.text);
      if (part.type === 'file') bytes += fileBytes(part);
    }
  }
  return bytes;
}

/** Returns the UTF-8 length of a text inside a JSON string. */
function jsonBytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const isEscaped = unit === 0x0a || unit === 0x22 || unit === 0x5c || unit === 0x0d;
    if (isEscaped) bytes += 2;
    else if (unit < 0x20) bytes += 6;
    else if (unit < 0x80) bytes += 1;
    // Each half of a surrogate pair accounts for two of its four bytes.
    else if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
