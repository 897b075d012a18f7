import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useKitQueryClient } from './kit-query-client.js';
import { createLazyUploads } from '../uploads/lazy-uploads.js';
import type { UseImageQueueResult } from './types.js';
import type { ImageUpload } from '../uploads/types.js';
import type { Uploads } from '../uploads/create-uploads.js';
import type { UploadsSettings } from '../uploads/upload-ways.js';

export interface UploadsHookOptions extends Omit<UploadsSettings, 'options'> {
  options: UploadsSettings['options'] | undefined;
  /** Images waiting to be sent. */
  queue: Pick<UseImageQueueResult, 'items' | 'parts'>;
}

const NONE: ReadonlyMap<string, ImageUpload> = new Map();
const noSubscription = () => () => {};

/** Uploads images on Send. Without options nothing is uploaded, and `undefined` returned. */
export function useUploads({ options, connection, queue, keepsNames }: UploadsHookOptions): {
  uploads: Uploads | undefined;
  states: ReadonlyMap<string, ImageUpload>;
} {
  const client = useKitQueryClient();
  const { wire, baseUrl } = connection;
  const upload = typeof options === 'object' ? options.upload : options;
  const providerScope = wire.files && `${wire.name} ${baseUrl}`;
  const scope = upload === 'provider' ? providerScope : upload && 'app';
  // One for as long as client and scope stay the same.
  const uploads = useMemo(
    () => (scope === undefined ? undefined : createLazyUploads(client, scope)),
    [client, scope],
  );

  useEffect(() => {
    if (options) uploads?.setOptions({ options, connection, keepsNames });
  });
  useEffect(() => uploads?.connect(), [uploads]);
  const { items, parts } = queue;
  useEffect(
    () => uploads?.track({ parts, files: new Set(items.map(({ file }) => file)) }),
    [uploads, items, parts],
  );

  const states = useSyncExternalStore(
    uploads?.subscribe ?? noSubscription,
    uploads?.getSnapshot ?? (() => NONE),
    () => NONE,
  );
  return { uploads, states };
}
