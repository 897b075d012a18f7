import type { ImageInfo, Size, SourceLimits } from '../formats/types.js';
import type { ImageDetail, ModelImageRules } from '../models/types.js';
import type { ContactSheet } from './plan-sheet.js';

/** Media types a canvas can write. */
export type OutputMediaType = 'image/jpeg' | 'image/png' | 'image/webp';

/** What will be done to one image. A value: printed by the playground, compared by tests, sent to the worker. */
export interface ResizePlan extends Size {
  /** Upright size before, px. */
  from: Size;
  mediaType: OutputMediaType;
  /** 0 to 1; ignored for PNG. */
  quality: number;
  /** Frames of an animation side by side, where more than the first were asked for. */
  sheet?: ContactSheet;
  /** CSS colour under transparent pixels, or none where alpha is kept. `auto` until the pixels were seen. */
  background?: string;
  /** The detail to send. Never `auto` where the provider's `auto` could cost more than `high`. */
  detail: ImageDetail;
  tokens: number;
  /** Why this size. */
  reason: 'already-fits' | 'model-size' | 'max-side' | 'max-tokens' | 'min-side';
  /** Size of the image itself, at the top left, where a margin makes it large enough for the model. */
  content?: Size;
}

/** How pixels are made. `auto` takes the first that works here. */
export type PipelineEngine = 'auto' | 'worker' | 'main-thread' | 'browser-image-compression';

/** How the source became pixels. Which a browser takes is measured once; each can be forced. */
export type DecodeRoute =
  | 'image-decoder'
  | 'image-bitmap-resize'
  | 'image-bitmap'
  | 'image-element'
  | 'added-decoder';

export type PipelineStage = 'reading' | 'queued' | 'decoding' | 'resizing' | 'encoding' | 'done';

export interface PrepareProgress {
  stage: PipelineStage;
  /** 0 to 1. */
  fraction: number;
}

/** Something worth telling about how an image was made. */
export interface PrepareNote {
  code:
    | 'flattened'
    | 'first-frame'
    | 'contact-sheet'
    | 'incomplete'
    | 'larger-than-source'
    | 'main-thread'
    | 'fallback-engine'
    | 'format-changed'
    | 'detail-lowered'
    | 'enlarged'
    | 'margin-added'
    | 'canvas-noise'
    | 'no-canvas'
    | 'budget-missed'
    | 'source-gone'
    | 'one-colour'
    | 'small-text';
  /** A plain sentence. */
  message: string;
  /** Of `small-text`: the width that is sent to the width of the source. */
  scale?: number;
  /** Of `small-text`: whether the model takes it larger, with detail `original`. */
  hasOriginal?: boolean;
}

export interface PrepareOptions {
  /** Model id the image is made for. @defaultValue the careful rules that every endpoint takes */
  model?: string;
  /** Rules instead of a model id. */
  rules?: ModelImageRules;
  /** @defaultValue 'auto' */
  detail?: ImageDetail;
  /** A longest side below what the model would take, px. */
  maxSidePx?: number;
  /** Shortest side that the endpoint takes, px. Smaller images are enlarged or get a margin. @defaultValue what the rules say */
  minSidePx?: number;
  /** A price this image may not pass. */
  maxTokens?: number;
  /** Takes the size just below the next tile or patch row where that saves tokens for a few percent of pixels. @defaultValue false */
  economy?: boolean;
  /** The output may not be larger; quality is lowered, then the size. */
  maxOutputBytes?: number;
  /** `auto`: JPEG for photographs, PNG for images with few colours. @defaultValue 'auto' */
  outputMediaType?: OutputMediaType | 'auto';
  /** 0 to 1. @defaultValue 0.85 */
  quality?: number;
  /**
   * CSS colour put under transparent pixels. `auto` puts white under them, or a dark or middle grey where the drawing would vanish
   * on white. `keep` keeps them where the endpoint takes PNG or WebP. @defaultValue 'auto'
   */
  background?: string;
  /**
   * So many frames of an animation side by side, up to 25, from its first to its last. Browsers that cannot read single
   * frames send the first. @defaultValue 1
   */
  frames?: number;
  /** What to do with a file that is cut short. @defaultValue 'prepare' */
  incomplete?: 'prepare' | 'reject';
  /**
   * Draws SVG files too, as an `<img>` does: without scripts and without any request. A drawing whose parts repeat or filter each
   * other so often that it could stop the page is refused. @defaultValue false
   */
  allowSvg?: boolean;
  /** Refused from the header, before any decode. */
  limits?: SourceLimits;
  /** @defaultValue 'auto' */
  engine?: PipelineEngine;
  /** Forces one way to decode, for tests. */
  route?: DecodeRoute;
  /** Images with a higher one go first; asked when a worker becomes free, so it may change while waiting. @defaultValue 0 */
  priority?: number | (() => number);
  signal?: AbortSignal;
  onProgress?: (progress: PrepareProgress) => void;
}

/** An image ready to send. */
export interface PreparedImage extends Size {
  blob: Blob;
  mediaType: OutputMediaType;
  source: ImageInfo;
  sourceBytes: number;
  plan: ResizePlan;
  /** The detail to send with it. */
  detail: ImageDetail;
  tokens: number;
  /** The file was cut short; what there was of it is here. */
  incomplete?: boolean;
  notes: PrepareNote[];
  engine: Exclude<PipelineEngine, 'auto'>;
  route: DecodeRoute;
  /** Wall time of each stage. */
  timings: { stage: PipelineStage; ms: number }[];
}

/**
 * Where the worker comes from: `inline` starts it from a `blob:` URL and needs no bundler; a URL or a factory
 * (`createWorker` of `image-chat-kit/create-worker`) serves pages whose content security policy bars `blob:`; `false`
 * works on the page itself.
 */
export type WorkerSource = 'inline' | (string & {}) | URL | (() => Worker) | false;

/** Reads a HEIC file. Resolves with its image, upright. */
export type DecodeHeic = (
  file: Blob,
  options: { signal: AbortSignal },
) => Promise<ImageBitmap | ImageData>;

export interface PipelineOptions {
  /** @defaultValue 'inline' */
  worker?: WorkerSource;
  /** Workers at once. @defaultValue 2, or 1 on a single core */
  concurrency?: number;
  /** A worker that has had nothing to do for so long is let go. @defaultValue 10_000 */
  idleTimeoutMs?: number;
  /** An image that takes longer is given up, and its worker replaced. @defaultValue 10_000 */
  decodeTimeoutMs?: number;
  /**
   * Reads HEIC where the browser cannot. Most browsers cannot, and a decoder has three megabytes, so it is for the app to bring
   * one, and best to import it only when it is called.
   *
   * @defaultValue that of `image-chat-kit/heic`, where the app has imported it
   */
  decodeHeic?: DecodeHeic;
  /** What the page's browser can do, in place of measuring it; for tests of the other branches. */
  support?: PipelineSupport;
}

export interface Pipeline {
  /** @throws KitError with a code of `imageErrorCodes`, or `aborted` */
  prepare(source: Blob, options?: PrepareOptions): Promise<PreparedImage>;
  /** Ends the workers. What is under way rejects with `aborted`. */
  dispose(): void;
}

export interface PipelineSupport {
  /** An OffscreenCanvas draws and encodes. */
  offscreenCanvas: boolean;
  /** `ImageDecoder` works. `frames`: whether its sizes count before (`stored`) or after (`upright`) orientation. */
  imageDecoder?: { frames: 'stored' | 'upright' };
  /** `createImageBitmap` averages all pixels when it makes an image smaller, rather than the nearest four. */
  imageBitmapResize: boolean;
  /** How far pixels that are read back differ from those that were drawn. Some browsers see to that for privacy. */
  canvasNoise: 'none' | 'slight' | 'heavy';
}
