import type { ImageInfo, Size } from '../formats/types.js';
import type {
  DecodeRoute,
  OutputMediaType,
  PipelineStage,
  PrepareNote,
  ResizePlan,
} from './types.js';

/** What is needed to render one image. Sent to the worker as it is. */
export interface RenderJob {
  image: Blob;
  /** The bytes of `image`, if they were already read. Decoding transfers them away. */
  bytes?: ArrayBuffer;
  info: ImageInfo;
  plan: ResizePlan;
  /** Media types that may replace the planned one once the pixels are known. Empty if a type was requested. */
  alternatives: OutputMediaType[];
  maxOutputBytes?: number;
  /** Forces a decoder. */
  route?: DecodeRoute;
  /** Pixels that only the page could produce. They are transferred to the worker and no longer available here. */
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
  /** The colour that was put under transparent pixels, if there were any. */
  ground?: string;
  /** Whether it shows text that is lost at this size. */
  hasSmallText?: boolean;
  notes: PrepareNote[];
  timings: StageTime[];
}

/** What is required of the pixels. */
export interface ResizeRequest extends Size {
  hasAlpha: boolean;
  /** CSS colour under transparent pixels, or `auto`; `undefined` keeps them. */
  background?: string | undefined;
  /** Width of the upright source before any reduction, in px. */
  sourceWidth: number;
}

/** Pixels of a source. Width and height as drawn without rotation. The caller must close it. */
export interface DecodedImage extends Size {
  source: CanvasImageSource;
  /** EXIF orientation that drawing still has to apply. */
  turn: ImageInfo['orientation'];
  /** Like `turn`, for pixels that are copied rather than drawn. */
  storedTurn: ImageInfo['orientation'];
  close(): void;
}
