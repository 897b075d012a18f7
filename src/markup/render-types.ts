export interface RenderMarkupOptions {
  /** Of the source, where its type does not tell the truth. A JPEG is written as JPEG, a WebP as WebP, others as PNG. */
  mediaType?: string;
  /** 0 to 1, for JPEG and WebP. @defaultValue 0.95 */
  quality?: number;
  signal?: AbortSignal;
}

export interface RenderedMarkup {
  /** Pixels and nothing else: no metadata of the source, no thumbnail in it. */
  blob: Blob;
  width: number;
  height: number;
}
