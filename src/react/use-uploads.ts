import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Connection } from '../chat/index.js';
import { abortedError } from '../internal/abort.js';
import type { ImageData, ImagePart } from '../messages/index.js';
import { useKitQueryClient } from './kit-query-client.js';
import { createProviderUpload } from './provider-upload.js';
import type { ImageUpload, UploadImage, UploadOptions } from './upload-types.js';
import { createLazyUploads } from './lazy-uploads.js';
import type { Uploads } from './uploads.js';

export interface UploadsHookOptions {
  options: UploadImage | 'provider' | UploadOptions | undefined;
  connection: Connection;
  /** Pictures that wait to be sent. */
  images: readonly ImagePart[];
}

const ALL_KINDS: ReadonlyArray<ImageData['kind']> = ['bytes', 'url', 'file-id'];
/** A function of the app is called so often, when it fails in a way that may pass. */
const APP_TRIES = 3;
const NONE: ReadonlyMap<string, ImageUpload> = new Map();
const noSubscription = () => () => {};

/** Uploads each picture as soon as it is ready. Nothing is uploaded, and nothing returned, without options. */
export function useUploads({ options, connection, images }: UploadsHookOptions): {
  uploads: Uploads | undefined;
  states: ReadonlyMap<string, ImageUpload>;
} {
  const client = useKitQueryClient();
  const { upload: wanted, aboveBytes = 0 } =
    typeof options === 'object' ? options : { upload: options };
  const upload = typeof wanted === 'string' ? createProviderUpload(connection) : wanted;
  const scope =
    typeof wanted === 'string' ? `${connection.wire.name} ${connection.baseUrl}` : 'app';
  const uploads = useUploadsOf(client, upload === undefined ? undefined : scope);

  const { imageKinds = ALL_KINDS } = connection.wire;
  const maxTries = typeof wanted === 'string' ? 1 : APP_TRIES;
  useEffect(() => {
    if (upload) uploads?.setOptions({ upload, maxTries, aboveBytes, imageKinds });
  });
  useEffect(() => uploads?.connect(), [uploads]);
  useEffect(() => uploads?.track(images), [uploads, images]);

  const states = useSyncExternalStore(
    uploads?.subscribe ?? noSubscription,
    uploads?.getSnapshot ?? (() => NONE),
    () => NONE,
  );
  return { uploads, states };
}

/** One for as long as client and scope stay the same. */
function useUploadsOf(client: QueryClient, scope: string | undefined): Uploads | undefined {
  return useMemo(
    () =>
      scope === undefined
        ? undefined
        : createLazyUploads({
            client,
            scope,
            // The first effect sets the real ones.
            upload: () => Promise.reject(abortedError()),
            maxTries: APP_TRIES,
            aboveBytes: 0,
            imageKinds: ALL_KINDS,
          }),
    [client, scope],
  );
}
