/** A model the demo backend lists. A bare id can see unless the kit's own table says that it cannot. */
export type DemoModel = string | { id: string; vision: boolean };

/** A question as it reached the demo backend, for an app that writes the answers itself. */
export interface DemoQuestion {
  /** The user's last text, without the labels before images. */
  text: string;
  /** The images of this question, in order. A linked image has no bytes here and is `undefined`. */
  images: readonly (Blob | undefined)[];
  /** The images of earlier questions that were sent again, in order. */
  earlierImages: readonly (Blob | undefined)[];
  /** The system prompt, or an empty string. */
  instructions: string;
  /** Id of the requested model. */
  model: string;
}

export interface DemoBackendOptions {
  /**
   * Returns the answer, in markdown, to use instead of the demo backend's own, for example one per image of a
   * test. Returns `undefined` to use the demo backend's answer.
   */
  reply?: (question: DemoQuestion) => string | undefined | Promise<string | undefined>;
  /**
   * Reads the text in an image, so that the answer can quote a line of it. The playground plugs in an OCR
   * engine.
   */
  readText?: (image: Blob) => Promise<string>;
  /** Returns one line about the content of an image, such as its average colour. */
  describe?: (image: Blob) => Promise<string>;
  /** Wait before the first word, in ms. @defaultValue 250 */
  delayMs?: number;
  /** Pace of a streamed answer. 0 sends it all at once. @defaultValue 60 */
  tokensPerSecond?: number;
  /** Name of a fault of `demoFaults` to apply to every answer. A function is called for each request. */
  fault?: string | (() => string | undefined);
  /**
   * Models to list, and the only ones to accept. @defaultValue a few of each provider; the others in the kit's tables and
   * those of `registerModel` are accepted too
   */
  models?: readonly DemoModel[];
  /** Keys to accept. If set, a request without one of them is refused as the providers do. */
  allowedKeys?: readonly string[];
  /** Whether requests without any key are refused. @defaultValue true when `allowedKeys` is set */
  requireKey?: boolean;
}

/**
 * The demo backend: takes a request and returns a response. It accepts what `fetch` accepts, so it can
 * replace it: `{ fetch: createDemoBackend() }`.
 */
export type DemoBackend = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/** A way to fail, for a menu. */
export interface DemoFault {
  name: string;
  /** What happens, in a few plain words. */
  what: string;
}
