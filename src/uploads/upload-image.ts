import { transportOptions } from '../chat/connection.js';
import type { Connection } from '../chat/types.js';
import { KitError } from '../errors.js';
import { sleep, throwIfAborted, untilAborted } from '../internal/abort.js';
import { imageFileName } from '../internal/image-file-name.js';
import { createTransport } from '../transport/create-transport.js';
import type { TransportRequest } from '../transport/types.js';
import type { WireFiles } from '../wire/types.js';
import type { AskOptions } from '../endpoint/ask.js';
import type { UploadedImage } from './uploaded-image.js';

export interface UploadImageOptions extends AskOptions {
  /** File name that the provider lists it under. @defaultValue `image.jpg` or the like, whatever the name of a `File` is */
  name?: string;
  /**
   * Told 0 when the upload begins and 1 when the server has the picture: `fetch` tells nothing in between, and the one
   * way of the browser that does would follow a redirect with the key.
   */
  onProgress?: (fraction: number) => void;
}

export type UploadedFile = UploadedImage & { kind: 'file-id' };

/** A server that has everything answers within this; what is still on its way then is cut off. */
const CUT_AFTER_MS = 3000;

/**
 * Uploads a picture to the files of the endpoint itself, so that messages name it in place of carrying it. A failure
 * that may pass is tried again as `createTransport` says; a file that went up twice for it harms nobody. An upload that is
 * aborted is deleted where it had arrived all the same.
 *
 * @returns the id to put into an `ImagePart`, and when the provider forgets it
 * @throws KitError `unsupported-by-wire` for a format whose messages cannot name files, `bad-response` for an answer
 * without an id, and the codes of a request
 */
export async function uploadImage(
  connection: Connection,
  bytes: Blob,
  options: UploadImageOptions = {},
): Promise<UploadedFile> {
  const { signal } = options;
  const uploading = uploadWhole(connection, bytes, options);
  if (!signal) return uploading;
  try {
    return await untilAborted(uploading, signal);
  } catch (error) {
    if (signal.aborted) void removeLate(connection, uploading);
    throw error;
  }
}

/** Nobody waits any more, so that a failure has nobody to be reported to. */
async function removeLate(connection: Connection, uploading: Promise<UploadedFile>): Promise<void> {
  try {
    await deleteUploadedImage(connection, (await uploading).fileId);
  } catch {}
}

/**
 * The same, but an abort does not end it at once: a request that is cut off while the server answers leaves a file whose id
 * nobody knows. No further request is begun, and the answer is awaited for three seconds more. Who aborts deletes what comes.
 */
export async function uploadWhole(
  given: Connection,
  bytes: Blob,
  { signal, name = imageFileName(bytes.type), onProgress }: UploadImageOptions = {},
): Promise<UploadedFile> {
  throwIfAborted(signal);
  const wait = given.sleep ?? sleep;
  const connection: Connection = {
    ...given,
    async sleep(ms, own) {
      await wait(ms, own);
      throwIfAborted(signal);
    },
  };
  const files = filesOf(connection);
  const image = { bytes, name };
  const { cut, end } = cutLater(signal);
  try {
    onProgress?.(0);
    const first = await send(connection, files.start(image, connection.baseUrl), cut);
    const next = files.follow?.(first, image);
    if (next) throwIfAborted(signal);
    const response = next ? await send(connection, next, cut) : first;
    return await readFile(files, response, onProgress);
  } finally {
    end();
  }
}

/** A signal that is aborted some time after the given one. */
function cutLater(signal: AbortSignal | undefined): { cut: AbortSignal; end: () => void } {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    timer = setTimeout(() => controller.abort(signal?.reason), CUT_AFTER_MS);
  };
  signal?.addEventListener('abort', wait, { once: true });
  return {
    cut: controller.signal,
    end() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wait);
    },
  };
}

async function readFile(
  files: WireFiles,
  response: Response,
  onProgress: UploadImageOptions['onProgress'],
): Promise<UploadedFile> {
  const file = files.read(await response.json().catch(() => undefined));
  if (!file) {
    throw new KitError('bad-response', {
      message: 'The server took the picture, but did not say under which id. Try again.',
      facts: { status: response.status, retryable: true },
    });
  }
  onProgress?.(1);
  return { kind: 'file-id', ...file };
}

/**
 * Deletes an uploaded picture from the files of the endpoint. One that is no longer there is as good as deleted, where
 * the server says so with 404; some refuse unknown files as `forbidden`.
 *
 * @throws KitError `unsupported-by-wire`, and the codes of a request
 */
export async function deleteUploadedImage(
  connection: Connection,
  fileId: string,
  { signal }: AskOptions = {},
): Promise<void> {
  const { path, headers } = filesOf(connection).remove(fileId);
  try {
    const response = await send(connection, { path, method: 'DELETE', headers }, signal);
    await response.body?.cancel();
  } catch (error) {
    if (!KitError.is(error) || error.facts.status !== 404) throw error;
  }
}

function filesOf({ wire: { files, name } }: Connection): WireFiles {
  if (files) return files;
  throw new KitError('unsupported-by-wire', {
    message: `The wire format “${name}” keeps no files. Send the picture in the message.`,
  });
}

function send(
  connection: Connection,
  { path, ...request }: TransportRequest,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const isElsewhere = URL.canParse(path);
  if (isElsewhere) checkOrigin(path, connection.baseUrl);
  const transport = createTransport({
    ...transportOptions(connection),
    ...(isElsewhere && { baseUrl: path }),
  });
  return transport.send(
    { method: 'POST', ...request, path: isElsewhere ? '' : path },
    signal ? { signal } : {},
  );
}

/** An answer may name where to go on, but the key goes nowhere else. */
function checkOrigin(url: string, baseUrl: string): void {
  if (URL.canParse(baseUrl) && new URL(url).origin === new URL(baseUrl).origin) return;
  throw new KitError('bad-response', {
    message: 'The server asked to send the picture to another address, which was not done.',
    facts: { host: new URL(url).host },
  });
}
