/** `ImageDecoder` of WebCodecs, which is not in the type library yet. */
export interface ImageDecoder {
  readonly tracks: {
    readonly ready: Promise<void>;
    readonly selectedTrack: { readonly frameCount: number } | null;
  };
  /** Resolves when all frames are counted. */
  readonly completed: Promise<void>;
  decode(options?: { frameIndex?: number }): Promise<{ image: VideoFrame; complete: boolean }>;
  close(): void;
}

export interface ImageDecoderInit {
  data: BufferSource;
  /** Buffers that are transferred to the decoder instead of copied. */
  transfer?: ArrayBuffer[];
  type: string;
  desiredWidth?: number;
  desiredHeight?: number;
  preferAnimation?: boolean;
}

export interface ImageDecoderConstructor {
  new (init: ImageDecoderInit): ImageDecoder;
  isTypeSupported(type: string): Promise<boolean>;
}

/** Returns `undefined` if the browser has none. */
export function findImageDecoder(): ImageDecoderConstructor | undefined {
  return (globalThis as { ImageDecoder?: ImageDecoderConstructor }).ImageDecoder;
}
