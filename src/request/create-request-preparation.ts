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
  /** Resizes or converts images that a request could not carry. @defaultValue none: they are sent unchanged */
  pipeline?: Pipeline;
  /** Options of the pipeline for these images. */
  prepare?: Omit<PrepareOptions, 'signal' | 'onProgress' | 'detail' | 'model' | 'rules'>;
  /** Puts "Image 1:" before each image; `names` adds its file name. @defaultValue false */
  labels?: boolean | 'names';
  /** Sends the user's description of an image with it. @defaultValue false */
  altTexts?: boolean;
  /** How images of earlier turns are treated. @defaultValue all are sent again with each question */
  imageHistory?: PruneOptions;
  /** Images that are shown but no longer sent. Read with each request. */
  leftOutIds?: ReadonlySet<string>;
  /**
   * Describes images for a model that only reads text; the descriptions are sent in their place. @defaultValue none:
   * such a request is refused
   */
  describeImages?: DescribeImages;
  /** Uploads an image before its first request. @defaultValue none: images are part of the request */
  upload?: UploadForRequest;
}

/** A question that is being written, and the conversation before it. */
export interface RequestQuestion {
  text: string;
  images?: readonly ImagePart[];
  history?: readonly ChatMessage[];
  system?: string;
}

/** What a request will be, before it is sent. */
export type RequestPreview = Omit<ImageMessage, 'imageBytes' | 'canSend'>;

export interface RequestPreparation extends RequestSteps {
  /** Returns the messages that would be sent for a question, with their price and what the endpoint would refuse. */
  preview: (question: RequestQuestion) => RequestPreview;
}

/**
 * Prepares the requests of a chat store as `useImageChat` does: images are left out, labelled, resized to fit and
 * uploaded, the request is checked, and an image that the server refuses for its size is resized and sent again, once.
 * The conversation itself stays unchanged.
 *
 * @example const preparation = createRequestPreparation({ connection, pipeline: createPipeline() }); const store =
 * createChatStore({ connection, createTransport, ...preparation });
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
        fixesOnSend: refits !== undefined,
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
