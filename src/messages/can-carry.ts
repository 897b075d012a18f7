import type { ImageData, WireCapabilities } from './types.js';

/** Whether a wire format carries an image that lies where an upload has put it. */
export function canCarry(wire: WireCapabilities, { kind }: ImageData): boolean {
  switch (kind) {
    case 'bytes':
      return wire.bytes;
    case 'url':
      return wire.links !== 'none';
    default:
      return wire.fileIds;
  }
}
