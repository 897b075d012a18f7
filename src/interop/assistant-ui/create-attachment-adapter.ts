import { imageMediaTypes } from '../../formats/media-types.js';
import { abortedError } from '../../internal/abort.js';
import { createId } from '../../internal/create-id.js';
import type { ImagePart } from '../../messages/types.js';
import { createChannel } from '../shared/create-channel.js';
import { createPrepareFile, type FileImageOptions } from '../shared/prepare-file.js';
import { toImageMessageParts } from './to-image-message-parts.js';
import type { ImageAttachmentAdapter, PendingImage } from './types.js';

/** File extensions in addition to the types: systems that do not know HEIC provide it without a type. */
const ACCEPT = [
  ...imageMediaTypes.filter((mediaType) => mediaType !== 'image/svg+xml'),
  '.heic',
  '.heif',
  '.avif',
].join(',');

/**
 * Prepares the images of assistant-ui's composer for the model as they are added, in a worker:
 * `useLocalRuntime(model, { adapters: { attachments: createAttachmentAdapter({ model: 'gpt-5.6' }) } })`.
 *
 * Progress runs from 0 to 100. A file that is not an image, or cannot be read, becomes assistant-ui's
 * `composer.attachmentAddError`, with the kit's message and the `KitError` as its `error`.
 */
export function createAttachmentAdapter(options: FileImageOptions = {}): ImageAttachmentAdapter {
  const prepareFile = createPrepareFile(options);
  /** Keyed by file, so that entries are released when assistant-ui releases its files. */
  const prepared = new WeakMap<File, ImagePart>();
  const underWay = new Map<string, AbortController>();

  return {
    accept: ACCEPT,

    async *add({ file }) {
      const id = createId();
      const attachment = {
        id,
        type: 'image',
        name: file.name,
        contentType: file.type,
        file,
      } as const;
      const abort = new AbortController();
      const progress = createChannel<number>();
      underWay.set(id, abort);
      const preparing = prepareFile(file, {
        id,
        signal: abort.signal,
        onProgress: ({ fraction }) => progress.push(fraction),
      });
      void preparing
        .then((part) => prepared.set(file, part))
        .then(() => progress.end(), progress.end);
      try {
        yield { ...attachment, status: running(0) };
        for await (const fraction of progress.read()) {
          yield { ...attachment, status: running(fraction) };
        }
        yield { ...attachment, status: { type: 'requires-action', reason: 'composer-send' } };
      } finally {
        underWay.delete(id);
        abort.abort(abortedError());
      }
    },

    async send(attachment) {
      const { file, id, name } = attachment;
      const part = prepared.get(file) ?? (await prepareFile(file, { id }));
      return {
        id,
        type: 'image',
        name,
        file,
        contentType: part.mediaType,
        status: { type: 'complete' },
        content: await toImageMessageParts([part]),
      };
    },

    remove: async ({ id }) => underWay.get(id)?.abort(abortedError()),
  };
}

function running(fraction: number): PendingImage['status'] {
  return { type: 'running', reason: 'uploading', progress: Math.round(fraction * 100) };
}
