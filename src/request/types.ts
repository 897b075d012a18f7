import type { Cost } from '../chat/types.js';
import type { ImageDescriptions } from '../messages/describe-images.js';
import type { TokenPrice } from '../chat/types.js';
import type {
  ChatMessage,
  FilePart,
  ImageContent,
  ImagePart,
  Problem,
  WireCapabilities,
} from '../messages/types.js';
import type { PruneOptions } from '../messages/prune-history.js';
import type { RequestTotals } from '../messages/request-totals.js';
import type { ModelImageRules } from '../models/types.js';
import type { ImageRefits } from './refit-images.js';

export interface ImageMessageOptions {
  model: string;
  text: string;
  images: readonly ImagePart[];
  /** Other files, which are sent as they are. @defaultValue none */
  files?: readonly FilePart[];
  /** Earlier messages. */
  history?: readonly ChatMessage[];
  system?: string;
  /**
   * Puts "Image 1:" before each image, so that the model can refer to it; `names` adds its file name. @defaultValue
   * false
   */
  labels?: boolean | 'names';
  /** Writes the user's description of an image into its label. @defaultValue false */
  altTexts?: boolean;
  /** The wire format, or its capabilities: `{ bytes, links, fileIds }`. Without it only the model is checked. */
  wire?: WireCapabilities;
  baseUrl?: string;
  /** @defaultValue what `findRules` returns for the model at this address */
  rules?: ModelImageRules;
  /** Capabilities that the app knows better than the kit's tables of models. */
  capabilities?: { vision?: boolean };
  /** How images of earlier turns are treated. @defaultValue all are sent again with each question */
  imageHistory?: PruneOptions;
  /** Images of the history that are shown but no longer sent. A line with their number replaces them. */
  leftOutIds?: ReadonlySet<string>;
  /** Images that are resized on Send, so that the message counts them as they are sent. */
  refits?: ImageRefits;
  /** Descriptions of images that were made on Send, for a model that only reads text. */
  descriptions?: ImageDescriptions;
  /** Returns the location of an image on a server, if it is sent from there. */
  placed?: (image: ImagePart) => ImageContent | undefined;
  /** Whether images are resized or converted on Send if a request needs it, as `useImageChat` does. */
  fixesOnSend?: boolean;
  /** Whether images are uploaded first on Send if the endpoint accepts no bytes. */
  uploadsOnSend?: boolean;
  /** Price of the model, with which the message shows its cost. */
  price?: TokenPrice;
}

/** The messages of a request, with what they cost and what an endpoint would refuse of them. */
export interface ImageMessage {
  messages: readonly ChatMessage[];
  /** Tokens of the images in the new message. */
  imageTokens: number;
  /** Tokens of every image in the request, including the history. */
  requestImageTokens: number;
  /** Bytes of the images in the new message, before base64. */
  imageBytes: number;
  problems: readonly Problem[];
  /**
   * Ids of the images that are described on Send, since the model only reads text. The cost of their descriptions is
   * unknown before, so there is no `cost`.
   */
  undescribedIds?: ReadonlySet<string>;
  /**
   * Totals of the whole request, compared with the limits of its model. `undefined` until the rules of the model are
   * loaded.
   */
  totals?: RequestTotals;
  /** Cost of the input of the whole request, without the answer. */
  cost?: Cost;
  /**
   * Returns why the endpoint would not accept an image by its link, or `undefined` if it would. Missing until the
   * model's rules are loaded.
   */
  checkLink?: (url: string) => Problem | undefined;
  /** Whether there is something to send, and nothing that an endpoint would refuse. */
  canSend: boolean;
}
