import type { ImageInfo, Size } from '../formats/types.js';
import type {
  DecodeRoute,
  OutputMediaType,
  PipelineStage,
  PrepareNote,
  ResizePlan,
} from './types.js';

/** What one image needs to become pixels and bytes again. Crosses to the worker as it is. */
export interface RenderJob {
  image: Blob;
  /** Those of `image`, where they were read already. Whoever decodes them takes them away. */
  bytes?: ArrayBuffer;
  info: ImageInfo;
  plan: ResizePlan;
  /** Media types the pixels may ask for in place of the plan's; empty where one was ordered. */
  alternatives: OutputMediaType[];
  maxOutputBytes?: number;
  /** Forces one way to decode. */
  route?: DecodeRoute;
  /** Pixels that only the page could make. They move to the worker, and are gone here. */
  decoded?: { bitmap: ImageBitmap; turn: ImageInfo['orientation']; route: DecodeRoute };
}

export interface StageTime {
  stage: PipelineStage;
  /** Wall time. */
  ms: number;
}

export interface RenderResult extends Size {
  image: Blob;
  mediaType: OutputMediaType;
  quality: number;
  route: DecodeRoute;
  /** The colour that was put under transparent pixels, where there were some. */
  ground?: string;
  /** It shows words that are lost at this size. */
  hasSmallText?: boolean;
  notes: PrepareNote[];
  timings: StageTime[];
}

/** What is wanted of the pixels. */
export interface ResizeRequest extends Size {
  hasAlpha: boolean;
  /** CSS colour under transparent pixels, or `auto`; none keeps them. */
  background?: string | undefined;
  /** Of the upright source, before anything made it smaller, px. */
  sourceWidth: number;
}

/**
 * Pixels of a source. Width and height as drawn without a turn. Close it where you got it.
 */
export interface DecodedImage extends Size {
  source: CanvasImageSource;
  /** EXIF orientation that drawing still has to apply. */
  turn: ImageInfo['orientation'];
  /** As `turn`, for pixels that are copied rather than drawn. */
  storedTurn: ImageInfo['orientation'];
  close(): void;
}
