import type { Cost } from '../chat/types.js';
import type { ImageDescriptions } from '../messages/describe-images.js';
import type { TokenPrice } from '../chat/types.js';
import type {
  ChatMessage,
  ImageData,
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
  /** What was said before. */
  history?: readonly ChatMessage[];
  system?: string;
  /** Puts "Image 1:" before each image, so that the model can name it; `names` adds its file's name. @defaultValue false */
  labels?: boolean | 'names';
  /** Writes what the person said of an image into its label. @defaultValue false */
  altTexts?: boolean;
  /** The wire format, or what it says of itself: `{ bytes, links, fileIds }`. Without it only the model is checked. */
  wire?: WireCapabilities;
  baseUrl?: string;
  /** @defaultValue what `findRules` says of the model at this address */
  rules?: ModelImageRules;
  /** What the app knows better than the kit's tables of models. */
  capabilities?: { vision?: boolean };
  /** What becomes of the images of earlier turns. @defaultValue all are sent again with each question */
  imageHistory?: PruneOptions;
  /** Images of the history that are shown and no longer sent. A line with their number stands for them. */
  leftOutIds?: ReadonlySet<string>;
  /** Images that whoever sends makes to fit, so that the message counts them as they are sent. */
  refits?: ImageRefits;
  /** Descriptions that whoever sends has made of images, for a model that reads text only. */
  descriptions?: ImageDescriptions;
  /** Returns where an image lies on a server, if it is sent from there. */
  placed?: (image: ImagePart) => ImageData | undefined;
  /** Whoever sends makes images smaller or converts them where a request needs it, as `useImageChat` does. */
  mendsOnSend?: boolean;
  /** Whoever sends uploads images first where the endpoint takes no bytes. */
  uploadsOnSend?: boolean;
  /** Lets the message say what it will cost. */
  price?: TokenPrice;
}

/** The messages of a request, with what they cost and what an endpoint would refuse of them. */
export interface ImageMessage {
  messages: readonly ChatMessage[];
  /** Of the images in the new message. */
  imageTokens: number;
  /** Of every image in the request, history included. */
  requestImageTokens: number;
  /** Of the images in the new message, before base64. */
  imageBytes: number;
  problems: readonly Problem[];
  /**
   * Ids of the images that are described with Send, since the model reads text only. What their descriptions will cost is not
   * known before, so there is no `cost`.
   */
  undescribedIds?: ReadonlySet<string>;
  /** What the whole request amounts to, against the limits of its model. `undefined` until the rules of the model are loaded. */
  totals?: RequestTotals;
  /** Of the whole request on its way in, without the answer. */
  cost?: Cost;
  /** Why the endpoint would not take an image by its link; nothing where it would. Missing until the model's rules are there. */
  checkLink?: (url: string) => Problem | undefined;
  /** There is something to send, and nothing an endpoint would refuse. */
  canSend: boolean;
}
