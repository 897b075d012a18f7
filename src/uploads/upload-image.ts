import { transportOptions } from '../chat/connection.js';
import type { Connection } from '../chat/types.js';
import { KitError } from '../errors.js';
import { sleep, throwIfAborted, untilAborted } from '../internal/abort.js';
import { imageFileName } from '../internal/image-file-name.js';
import { createTransport } from '../transport/create-transport.js';
import type { TransportRequest } from '../transport/types.js';
import type { WireFile, WireFiles } from '../wire/types.js';
import type { AskOptions } from '../endpoint/ask.js';
import type { UploadedImage } from './uploaded-image.js';

export interface UploadImageOptions extends AskOptions {
  /** File name in the provider's list. @defaultValue `image.jpg` or similar, whatever the name of a `File` is */
  name?: string;
  /**
   * Called with 0 when the upload begins and with 1 when the server has the image: `fetch` reports nothing in
   * between, and the browser's alternative would follow a redirect with the key.
   */
  onProgress?: (fraction: number) => void;
}

export type UploadedFile = UploadedImage & { kind: 'file-id' };

/** A server that has received everything responds within this time; later responses are cut off. */
const CUT_AFTER_MS = 3000;

/**
 * Uploads an image to the endpoint's Files API, so that messages can refer to it instead of containing it. A
 * failure that may pass is retried as described for `createTransport`; a duplicate upload caused by a retry
 * is harmless. An upload that arrives despite an abort is deleted.
 *
 * @returns the id to put into an `ImagePart`, and when it expires
 * @throws KitError `unsupported-by-wire` for a format whose messages cannot refer to files, `bad-response`
 * for a response without an id, `provider-error` for an image that the server could not process,
 * `total-timeout` for one that it was still processing after two minutes, and the codes of a request
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

/** The caller has stopped waiting, so a failure has nowhere to be reported. */
async function removeLate(connection: Connection, uploading: Promise<UploadedFile>): Promise<void> {
  try {
    await deleteUploadedImage(connection, (await uploading).fileId);
  } catch {}
}

/**
 * Like `uploadImage`, but an abort is delayed: a request that is cut off while the server responds would
 * leave a file whose id is unknown. No further request is started, and the response is awaited for three more
 * seconds. The caller that aborts deletes the result.
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
    const file = await waitUntilReady(given, await readFile(files, response), { signal, cut });
    onProgress?.(1);
    return { kind: 'file-id', ...file };
  } finally {
    end();
  }
}

/** Returns a signal that is aborted some time after the given one. */
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

async function readFile(files: WireFiles, response: Response): Promise<WireFile> {
  const answer: unknown = await response.json().catch(() => undefined);
  const file = files.read(answer);
  if (file) return file;
  const words = files.readFailure?.(answer);
  if (words === undefined) {
    throw new KitError('bad-response', {
      message: 'The server accepted the image, but returned no id. Try again.',
      facts: { status: response.status, retryable: true },
    });
  }
  throw new KitError('provider-error', {
    message: `The server accepted the image, but could not process it.${words === '' ? '' : ` The server said: “${words}”`} Prepare the image again, or send it in the message.`,
    facts: {
      status: response.status,
      retryable: false,
      ...(words !== '' && { providerMessage: words }),
    },
  });
}

/** A server may process an image before messages can refer to it. */
const FIRST_POLL_MS = 500;
const MAX_POLL_MS = 5000;
const READY_WITHIN_MS = 120_000;

/**
 * Polls the state of a file until it is ready. An abort ends the waiting but not the upload: the caller that
 * aborted deletes the file. A file that is never ready, or that the server cannot use, is deleted here, since
 * its id is known only here.
 */
async function waitUntilReady(
  connection: Connection,
  uploaded: WireFile,
  { signal, cut }: { signal: AbortSignal | undefined; cut: AbortSignal },
): Promise<Omit<WireFile, 'isPending'>> {
  const files = filesOf(connection);
  const { isPending, ...file } = uploaded;
  if (isPending !== true || !files.state) return file;
  const { fileId } = file;
  const { path, headers } = files.state(fileId);
  const wait = connection.sleep ?? sleep;
  try {
    let waitedMs = 0;
    for (let waitMs = FIRST_POLL_MS; ; waitMs = Math.min(waitMs * 1.5, MAX_POLL_MS)) {
      if (signal?.aborted) return file;
      if (waitedMs >= READY_WITHIN_MS) throw neverReady();
      await wait(waitMs, signal);
      waitedMs += waitMs;
      const response = await send(connection, { path, method: 'GET', headers }, cut);
      const { isPending: isStillPending, ...known } = await readFile(files, response);
      // A proxy may have given the file a different name.
      if (isStillPending !== true) return { ...known, fileId };
    }
  } catch (error) {
    // A proxy may not support states; messages that are sent too early are retried.
    if (signal?.aborted || (KitError.is(error) && isUnknownAddress(error))) return file;
    await deleteUploadedImage(connection, fileId, { signal: cut }).catch(() => undefined);
    throw error;
  }
}

function isUnknownAddress({ facts: { status } }: KitError): boolean {
  return status === 404 || status === 405;
}

function neverReady(): KitError {
  return new KitError('total-timeout', {
    message:
      'The server accepted the image, but was still processing it after two minutes. Try again, or send the image in the message.',
    facts: { limit: READY_WITHIN_MS, retryable: true },
  });
}

/**
 * Deletes an uploaded image from the endpoint's files. A 404 counts as deleted; some servers refuse unknown
 * files as `forbidden`.
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
    message: `The wire format “${name}” keeps no files. Send the image in the message.`,
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

/** A response may name the next URL, but the key is sent to no other origin. */
function checkOrigin(url: string, baseUrl: string): void {
  if (URL.canParse(baseUrl) && new URL(url).origin === new URL(baseUrl).origin) return;
  throw new KitError('bad-response', {
    message: 'The server asked for the image to be sent to another address, which is not allowed.',
    facts: { host: new URL(url).host },
  });
}
