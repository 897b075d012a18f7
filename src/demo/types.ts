/** A model the demo backend lists. A bare id sees images unless the kit's own table says that it cannot. */
export type DemoModel = string | { id: string; vision: boolean };

/** A question as it reached the demo backend, for an app that writes its answers itself. */
export interface DemoQuestion {
  /** What the person wrote last, without the labels that stand before images. */
  text: string;
  /** The images of this question, in their order. One that is sent as a link has no bytes here and is `undefined`. */
  images: readonly (Blob | undefined)[];
  /** The images of earlier questions that were sent again, in their order. */
  earlierImages: readonly (Blob | undefined)[];
  /** The system prompt, empty where there is none. */
  instructions: string;
  /** Id of the model that was asked. */
  model: string;
}

export interface DemoBackendOptions {
  /**
   * Writes the answer, in markdown, in place of the demo backend's own words, such as one for each image of a test. Returns
   * `undefined` where the backend shall answer by itself.
   */
  reply?: (question: DemoQuestion) => string | undefined | Promise<string | undefined>;
  /** Reads the words in an image, so that the answer can quote a line of them. The playground plugs in an OCR engine. */
  readText?: (image: Blob) => Promise<string>;
  /** Returns one line on what is in an image, such as its average colour. */
  describe?: (image: Blob) => Promise<string>;
  /** Wait before the first word, ms. @defaultValue 250 */
  delayMs?: number;
  /** Pace of a streamed answer. 0 sends it all at once. @defaultValue 60 */
  tokensPerSecond?: number;
  /** Name of a fault of `demoFaults` that every answer shall have. A function is asked for each request. */
  fault?: string | (() => string | undefined);
  /** Models to list. Others are taken too where the kit's tables know them. @defaultValue a few of each provider */
  models?: readonly DemoModel[];
  /** Keys to accept. With this set, a request without one of them is refused as the providers do. */
  allowedKeys?: readonly string[];
  /** Refuses requests without any key. @defaultValue true when `allowedKeys` is set */
  requireKey?: boolean;
}

/**
 * The demo backend: a request in, a response out. It takes what `fetch` takes, so it can stand in for it:
 * `{ fetch: createDemoBackend() }`.
 */
export type DemoBackend = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/** A way to fail, for a menu. */
export interface DemoFault {
  name: string;
  /** What happens, in a few plain words. */
  what: string;
}
