import { KitError } from '../../errors.js';
import { decodeDataUrl } from '../../intake/decode-data-url.js';
import { throwIfAborted } from '../../internal/abort.js';
import { isDataUrl } from '../../internal/data-url.js';
import { createPrepareFile, type FileImageOptions } from '../shared/prepare-file.js';
import { toFileUIParts, type FileUIPartOptions } from './to-file-ui-parts.js';
import type { FileUIPart, UIMessagePartLike } from './types.js';

/** A file part as a composer makes it: the file's own bytes in a `data:` or `blob:` URL. */
export type UnpreparedFileUIPart = UIMessagePartLike & { mediaType: string; url: string };

export type PrepareFileUIPartsOptions = FileImageOptions & FileUIPartOptions;

/**
 * Prepares the images among the files of a question, such as those that AI Elements' `PromptInput` passes to
 * `onSubmit`, for the model, in a worker. Each comes back as a part with its detail, in its place; other files
 * and links to other servers come back unchanged.
 *
 * @example
 * <PromptInput
 *   onSubmit={async ({ text, files }) =>
 *     sendMessage({ text, files: await prepareFileUIParts(files, { model: 'gpt-5.6-terra' }) })
 *   }
 * />
 * @throws KitError with a code of `imageErrorCodes` for the first image that cannot be read, or `aborted`
 */
export async function prepareFileUIParts<Part extends UnpreparedFileUIPart>(
  files: readonly Part[],
  options: PrepareFileUIPartsOptions = {},
): Promise<(Part | FileUIPart)[]> {
  const prepareFile = createPrepareFile(options);
  const { signal } = options;
  const prepareOne = async (part: Part): Promise<Part | FileUIPart> => {
    if (!mayBeImage(part) || !/^(data|blob):/i.test(part.url)) return part;
    try {
      const image = await prepareFile(await readFile(part, options), signal ? { signal } : {});
      const [prepared = part] = await toFileUIParts([image], options);
      return prepared;
    } catch (error) {
      const isOther = KitError.is(error) && error.code === 'not-an-image' && !isImage(part);
      if (isOther) return part;
      throw error;
    }
  };
  return Promise.all(files.map(prepareOne));
}

const isImage = ({ mediaType }: UnpreparedFileUIPart): boolean => /^image(\/|$)/.test(mediaType);

/** Some browsers give HEIC files no type: then the bytes decide. */
const mayBeImage = (part: UnpreparedFileUIPart): boolean =>
  isImage(part) || part.mediaType === '' || part.mediaType === 'application/octet-stream';

async function readFile(
  { url, filename = '', mediaType: type }: UnpreparedFileUIPart,
  options: PrepareFileUIPartsOptions,
): Promise<File> {
  if (isDataUrl(url)) return new File([await decodeDataUrl(url, options)], filename, { type });
  try {
    const response = await fetch(url, options.signal ? { signal: options.signal } : {});
    return new File([await response.blob()], filename, { type });
  } catch (cause) {
    throwIfAborted(options.signal);
    throw new KitError('unreadable-file', {
      message: 'This image is no longer available to the page. Add it again.',
      cause,
    });
  }
}
