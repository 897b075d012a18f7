import type { Connection } from '../chat/types.js';
import { abortedError } from '../internal/abort.js';
import type { WireCapabilities } from '../messages/types.js';
import { providerUpload } from './provider-upload.js';
import type { RemoveUpload, UploadImage, UploadOptions } from './types.js';

/** Number of attempts for the app's upload function, for failures that may pass. */
const APP_TRIES = 3;

export interface UploadsSettings {
  options: UploadImage | 'provider' | UploadOptions;
  connection: Connection;
  /** Whether files keep their names. */
  keepsNames: boolean;
}

/** Functions that upload images to a server and delete them. */
export interface UploadWays {
  upload: UploadImage;
  /** Without it, uploaded images stay. */
  remove: RemoveUpload | undefined;
  onProblem: UploadOptions['onProblem'];
  /** 1 if `upload` retries automatically. */
  maxTries: number;
  /** Smaller images are sent within the request. */
  aboveBytes: number;
  /** How images can be sent to the endpoint. */
  wire: WireCapabilities;
  keepsNames: boolean;
}

/** Before an endpoint is known, nothing is uploaded. */
export const NO_WAYS: UploadWays = {
  upload: () => Promise.reject(abortedError()),
  remove: undefined,
  onProblem: undefined,
  maxTries: 1,
  aboveBytes: 0,
  wire: { bytes: true, links: 'any', fileIds: true },
  keepsNames: false,
};

export function waysOf({ options, connection, keepsNames }: UploadsSettings): UploadWays {
  const given = typeof options === 'object' ? options : { upload: options };
  const { upload, remove, aboveBytes = 0, onProblem }: UploadOptions = given;
  const isProvider = upload === 'provider';
  return {
    ...(isProvider ? providerUpload(connection) : { upload, remove }),
    maxTries: isProvider ? 1 : APP_TRIES,
    wire: connection.wire,
    aboveBytes,
    onProblem,
    keepsNames,
  };
}
