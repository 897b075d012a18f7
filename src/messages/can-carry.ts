import type { ImageContent, WireCapabilities } from './types.js';

/** Whether a wire format supports an image in the form that an upload left it in. */
export function canCarry(wire: WireCapabilities, { kind }: ImageContent): boolean {
  switch (kind) {
    case 'bytes':
      return wire.bytes;
    case 'url':
      return wire.links !== 'none';
    default:
      return wire.fileIds;
  }
}
