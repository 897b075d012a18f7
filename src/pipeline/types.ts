import type { ImageInfo, Size, SourceLimits } from '../formats/types.js';
import type { ImageDetail, ModelImageRules } from '../models/types.js';
import type { ContactSheet } from './plan-sheet.js';

/** Media types a canvas can write. */
export type OutputMediaType = 'image/jpeg' | 'image/png' | 'image/webp';

/**
 * How an image will be prepared. A plain value: printed by the playground, compared by tests, sent to the
 * worker.
 */
export interface ResizePlan extends Size {
  /** Upright size before, in px. */
  from: Size;
  mediaType: OutputMediaType;
  /** From 0 to 1; ignored for PNG. */
  quality: number;
  /** Frames of an animation side by side, if more than the first were requested. */
  sheet?: ContactSheet;
  /**
   * CSS colour under transparent pixels, or `undefined` if alpha is kept. `auto` until the pixels have been
   * read.
   */
  background?: string;
  /** The detail to send. Never `auto` if the provider's `auto` could cost more than `high`. */
  detail: ImageDetail;
  tokens: number;
  /** Reason for this size. */
  reason: 'already-fits' | 'model-size' | 'max-side' | 'max-tokens' | 'min-side';
  /** Size of the image itself, at the top left, if a margin makes it large enough for the model. */
  content?: Size;
}

/** How pixels are produced. `auto` uses the first that works here. */
export type PipelineEngine = 'auto' | 'worker' | 'main-thread' | 'browser-image-compression';

/** How the source was decoded. Which one a browser uses is measured once; each can be forced. */
export type DecodeRoute =
  | 'image-decoder'
  | 'image-bitmap-resize'
  | 'image-bitmap'
  | 'image-element'
  | 'added-decoder';

export type PipelineStage = 'reading' | 'queued' | 'decoding' | 'resizing' | 'encoding' | 'done';

export interface PrepareProgress {
  stage: PipelineStage;
  /** From 0 to 1. */
  fraction: number;
}

/** A note for the user about how the image was processed. */
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
  /** A plain sentence for users. */
  message: string;
  /** For `small-text`: the width that is sent divided by the width of the source. */
  scale?: number;
  /** For `small-text`: whether the model accepts it larger, with detail `original`. */
  hasOriginal?: boolean;
}

export interface PrepareOptions {
  /** Id of the model that the image is for. @defaultValue the careful rules that every endpoint accepts */
  model?: string;
  /** Rules instead of a model id. */
  rules?: ModelImageRules;
  /** @defaultValue 'auto' */
  detail?: ImageDetail;
  /** A longest side below the model's own limit, in px. */
  maxSidePx?: number;
  /**
   * Shortest side that the endpoint accepts, in px. Smaller images are enlarged or get a margin.
   * @defaultValue what the rules say
   */
  minSidePx?: number;
  /** Maximum price of this image, in tokens. */
  maxTokens?: number;
  /**
   * Uses the size just below the next tile or patch row if that saves tokens for a few percent of pixels.
   * @defaultValue false
   */
  economy?: boolean;
  /** Maximum size of the output; the quality is lowered first, then the size. */
  maxOutputBytes?: number;
  /** `auto`: JPEG for photos, PNG for images with few colours. @defaultValue 'auto' */
  outputMediaType?: OutputMediaType | 'auto';
  /** From 0 to 1. @defaultValue 0.85 */
  quality?: number;
  /**
   * CSS colour put under transparent pixels. `auto` uses white, or a dark or middle grey if the drawing would
   * vanish on white. `keep` keeps them if the endpoint accepts PNG or WebP. @defaultValue 'auto'
   */
  background?: string;
  /**
   * Number of an animation's frames to show side by side, up to 25, from its first to its last. Browsers that
   * cannot read single frames send the first. @defaultValue 1
   */
  frames?: number;
  /** What to do with a truncated file. @defaultValue 'prepare' */
  incomplete?: 'prepare' | 'reject';
  /**
   * Whether SVG files are drawn too, as by an `<img>`: without scripts and without any request. A drawing
   * that could freeze the page by repeated references or filters is refused. @defaultValue false
   */
  allowSvg?: boolean;
  /** Limits that are checked from the header, before anything is decoded. */
  limits?: SourceLimits;
  /** @defaultValue 'auto' */
  engine?: PipelineEngine;
  /** Forces a decoder, for tests. */
  route?: DecodeRoute;
  /**
   * Images with a higher priority go first; read when a worker becomes free, so it may change while waiting.
   * @defaultValue 0
   */
  priority?: number | (() => number);
  signal?: AbortSignal;
  onProgress?: (progress: PrepareProgress) => void;
}

/** An image that is ready to send. */
export interface PreparedImage extends Size {
  blob: Blob;
  mediaType: OutputMediaType;
  source: ImageInfo;
  sourceBytes: number;
  plan: ResizePlan;
  /** The detail to send with it. */
  detail: ImageDetail;
  tokens: number;
  /** Whether the file was truncated; the image shows what there was of it. */
  incomplete?: boolean;
  notes: PrepareNote[];
  engine: Exclude<PipelineEngine, 'auto'>;
  route: DecodeRoute;
  /** Wall time of each stage. */
  timings: { stage: PipelineStage; ms: number }[];
}

/**
 * Where the worker comes from: `inline` starts it from a `blob:` URL and needs no bundler; a URL or a factory
 * (`createWorker` of `image-chat-kit/create-worker`) is for pages whose content security policy forbids
 * `blob:`; `false` works on the page itself.
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
  /** Number of workers. @defaultValue 2, or 1 on a single core */
  concurrency?: number;
  /** Idle workers are terminated after this long. @defaultValue 10_000 */
  idleTimeoutMs?: number;
  /** An image that takes longer is rejected, and its worker replaced. @defaultValue 10_000 */
  decodeTimeoutMs?: number;
  /**
   * Reads HEIC if the browser cannot. Most browsers cannot, and a decoder has three megabytes, so the app has
   * to provide one, ideally imported only when it is called.
   *
   * @defaultValue that of `image-chat-kit/heic`, if the app has imported it
   */
  decodeHeic?: DecodeHeic;
  /** Capabilities to use instead of measuring the browser, for tests of the other branches. */
  support?: PipelineSupport;
}

export interface Pipeline {
  /**
   * Prepares an image.
   *
   * @throws KitError with a code of `imageErrorCodes`, or `aborted`
   */
  prepare(source: Blob, options?: PrepareOptions): Promise<PreparedImage>;
  /** Terminates the workers. Work in flight rejects with `aborted`. */
  dispose(): void;
}

export interface PipelineSupport {
  /** Whether an OffscreenCanvas draws and encodes. */
  offscreenCanvas: boolean;
  /**
   * Set if `ImageDecoder` works. `frames` is whether its sizes count before (`stored`) or after (`upright`)
   * orientation.
   */
  imageDecoder?: { frames: 'stored' | 'upright' };
  /** Whether `createImageBitmap` averages all pixels when it reduces an image, rather than the nearest four. */
  imageBitmapResize: boolean;
  /** How far pixels that are read back differ from those drawn. Some browsers alter them for privacy. */
  canvasNoise: 'none' | 'slight' | 'heavy';
}
