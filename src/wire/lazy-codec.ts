import { createLazyModule } from '../internal/lazy-module.js';
import type { WireFormat } from './types.js';

type Codec = Pick<WireFormat, 'buildRequest' | 'readEvents'>;

/** Returns a format's code that writes requests and reads answers. It loads with the first request, or ahead of it by `preload`. */
export function lazyCodec(importCodec: () => Promise<Codec>): Codec & Pick<WireFormat, 'preload'> {
  const codec = createLazyModule(importCodec);
  return {
    buildRequest: async (messages, options) => (await codec.load()).buildRequest(messages, options),
    async *readEvents(events) {
      yield* (await codec.load()).readEvents(events);
    },
    preload: codec.preload,
  };
}
