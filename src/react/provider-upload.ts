import { transportOptions } from '../chat/index.js';
import type { Connection } from '../chat/index.js';
import { KitError } from '../errors.js';
import { createTransport } from '../transport/index.js';
import type { WireFileRequest } from '../wire/index.js';
import type { UploadImage } from './upload-types.js';

/** Uploads to the files of the endpoint that the messages go to. Nothing where it keeps none. */
export function createProviderUpload(connection: Connection): UploadImage | undefined {
  const { files } = connection.wire;
  if (!files) return undefined;

  return async (image, { signal }) => {
    const first = await send(files.start(image, connection.baseUrl));
    const next = files.follow?.(first, image);
    const response = next ? await send(next) : first;
    const file = files.read(await response.json().catch(() => undefined));
    if (!file) {
      throw new KitError('bad-response', {
        message: 'The server took the picture, but did not say under which id. Try again.',
        facts: { status: response.status, retryable: true },
      });
    }
    return { kind: 'file-id', ...file };

    function send({ path, headers, body }: WireFileRequest): Promise<Response> {
      const isElsewhere = URL.canParse(path);
      if (isElsewhere) checkOrigin(path, connection.baseUrl);
      const transport = createTransport({
        ...transportOptions(connection),
        ...(isElsewhere && { baseUrl: path }),
      });
      const request = { path: isElsewhere ? '' : path, method: 'POST', headers, body };
      return transport.send(request, { signal });
    }
  };
}

/** An answer may name where to go on, but the key goes nowhere else. */
function checkOrigin(url: string, baseUrl: string): void {
  if (URL.canParse(baseUrl) && new URL(url).origin === new URL(baseUrl).origin) return;
  throw new KitError('bad-response', {
    message: 'The server asked to send the picture to another address, which was not done.',
    facts: { host: new URL(url).host },
  });
}
