/** Frames of a video or of an animated image, one at a time. */
export interface FrameReader {
  /** Upright, px. */
  readonly width: number;
  readonly height: number;
  readonly durationS: number;
  /** Whether frames may be transparent. */
  readonly hasAlpha: boolean;
  /**
   * Decodes the frame that is shown at a time and calls `read` with it and with the time it begins at. Calls
   * wait for each other. The image is only valid until `read` has settled.
   *
   * @throws VideoError
   * @throws KitError `aborted`
   */
  withFrame: <Result>(
    timeS: number,
    read: (frame: Frame) => Result | Promise<Result>,
    signal?: AbortSignal,
  ) => Promise<Result>;
  /** Frees the decoder. What is in flight is rejected as `aborted`. */
  close: () => void;
}

export interface Frame {
  image: CanvasImageSource;
  timeS: number;
}
