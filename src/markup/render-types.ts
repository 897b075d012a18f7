export interface RenderMarkupOptions {
  /**
   * Media type of the source, if its own type is wrong. A JPEG is written as JPEG, a WebP as WebP, others as
   * PNG.
   */
  mediaType?: string;
  /** Quality for JPEG and WebP, 0 to 1. @defaultValue 0.95 */
  quality?: number;
  signal?: AbortSignal;
}

export interface RenderedMarkup {
  /** Pixels only: no metadata or embedded thumbnail of the source. */
  blob: Blob;
  width: number;
  height: number;
}
