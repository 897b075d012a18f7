import type { Connection } from '../chat/types.js';
import { createDescriptions, type DescribeImages } from '../messages/describe-images.js';
import type { ChatMessage, ImagePart } from '../messages/types.js';
import type { PruneOptions } from '../messages/prune-history.js';
import type { Pipeline, PrepareOptions } from '../pipeline/types.js';
import { createRequestSteps, type RequestSteps } from './prepare-request.js';
import { previewRequest } from './preview-request.js';
import { createRefits } from './refit-images.js';
import { rulesOf } from './rules-of.js';
import type { ImageMessage } from './types.js';
import { createRequestUploads, type UploadForRequest } from './upload-images.js';

export interface RequestPreparationOptions {
  connection: Connection;
  /** Makes images smaller, or converts them, where a request could not hold them. @defaultValue none: they are sent as they are */
  pipeline?: Pipeline;
  /** How the pipeline makes them. */
  prepare?: Omit<PrepareOptions, 'signal' | 'onProgress' | 'detail' | 'model' | 'rules'>;
  /** Puts "Image 1:" before each image; `names` adds its file's name. @defaultValue false */
  labels?: boolean | 'names';
  /** Sends what the person said of an image with it. @defaultValue false */
  altTexts?: boolean;
  /** What becomes of the images of earlier turns. @defaultValue all are sent again with each question */
  imageHistory?: PruneOptions;
  /** Images that are shown and no longer sent; read with each request. */
  leftOutIds?: ReadonlySet<string>;
  /**
   * Describes images for a model that reads text only; the descriptions are sent in their place. @defaultValue none: such a
   * request is refused
   */
  describeImages?: DescribeImages;
  /** Uploads an image before its first request. @defaultValue none: images travel in the request */
  upload?: UploadForRequest;
}

/** A question that is being written, and what was said before it. */
export interface RequestQuestion {
  text: string;
  images?: readonly ImagePart[];
  history?: readonly ChatMessage[];
  system?: string;
}

/** What a request will be, before it is sent. */
export type RequestPreview = Omit<ImageMessage, 'imageBytes' | 'canSend'>;

export interface RequestPreparation extends RequestSteps {
  /** Returns the messages that a question would be sent as, with their price and what the endpoint would refuse of them. */
  preview: (question: RequestQuestion) => RequestPreview;
}

/**
 * Prepares the requests of a chat store as `useImageChat` does: images are left out, labelled, made to fit and uploaded, the
 * request is checked, and what the server refuses for the size of an image is made smaller and sent again, once. The
 * conversation itself stays as it is.
 *
 * @example
 * const preparation = createRequestPreparation({ connection, pipeline: createPipeline() });
 * const store = createChatStore({ connection, createTransport, ...preparation });
 */
export function createRequestPreparation({
  connection,
  pipeline,
  prepare,
  upload,
  describeImages,
  labels = false,
  ...plan
}: RequestPreparationOptions): RequestPreparation {
  const { model, price } = connection;
  const refits =
    pipeline && createRefits(pipeline, { ...prepare, model, rules: rulesOf(connection) });
  const uploads = upload && createRequestUploads(connection, upload);
  const descriptions = describeImages && createDescriptions(describeImages);
  return {
    ...createRequestSteps({ ...plan, labels, connection, refits, uploads, descriptions }),
    preview({ images = [], ...question }) {
      const { pending: _pending, ...preview } = previewRequest({
        ...connection,
        ...plan,
        ...question,
        labels,
        images,
        mendsOnSend: refits !== undefined,
        uploadsOnSend: uploads !== undefined,
        ...(refits && { refits }),
        ...(descriptions && { descriptions }),
        ...(uploads?.placed && { placed: uploads.placed }),
        ...(price && { price }),
      });
      return preview;
    },
  };
}
