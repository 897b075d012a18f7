import { createId } from '../../internal/create-id.js';
import type { MessagePart } from '../../messages/types.js';
import { linkPart } from '../shared/link-part.js';
import { firstDetail } from '../shared/provider-metadata.js';

/** A part of a message of AG-UI, the protocol of CopilotKit, as far as it is read here. */
export interface InputContentPart {
  type: string;
  text?: string;
  source?: { type: string; value: string; mimeType?: string };
  metadata?: unknown;
}

/**
 * Converts the text and images of an AG-UI message to neutral parts, each image with the detail that
 * `createOnUpload` put into its metadata. Parts of other kinds are dropped.
 */
export function fromInputContent(content: string | readonly InputContentPart[]): MessagePart[] {
  if (typeof content === 'string') return content === '' ? [] : [{ type: 'text', text: content }];
  return content.flatMap(({ type, text, source, metadata }): MessagePart[] => {
    if (type === 'text' && text) return [{ type: 'text', text }];
    if (type !== 'image' || !source) return [];
    const { value, mimeType = 'image/jpeg' } = source;
    const url = source.type === 'data' ? `data:${mimeType};base64,${value}` : value;
    return [linkPart(url, { ...readMetadata(metadata), mediaType: mimeType })];
  });
}

function readMetadata(metadata: unknown) {
  const { id, detail, width, height, filename } = (metadata ?? {}) as Record<string, unknown>;
  return {
    id: typeof id === 'string' ? id : createId(),
    detail: firstDetail([detail]),
    ...(typeof width === 'number' && { width }),
    ...(typeof height === 'number' && { height }),
    ...(typeof filename === 'string' && { name: filename }),
  };
}
