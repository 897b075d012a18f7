/**
 * The parts of Node's request and response that the listener uses. They are declared here, so that the package needs
 * neither Node's types nor its modules, and fit `node:http`, `node:https`, the compatibility API of `node:http2`, and
 * Express.
 */

/** The part of Node's `IncomingMessage` that `toNodeListener` reads. */
export interface NodeRequest {
  method?: string | undefined;
  url?: string | undefined;
  /** The whole path, if a router such as Express has shortened `url`. */
  originalUrl?: string | undefined;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The result of a body parser, if one has run. */
  body?: unknown;
  /** The bytes of the body, if the host keeps them. */
  rawBody?: unknown;
  readableDidRead?: boolean;
  destroyed?: boolean;
  readableEnded?: boolean;
  on(event: string, listener: (...values: never[]) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** The part of Node's `ServerResponse` that `toNodeListener` writes to. */
export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  readonly destroyed?: boolean;
  setHeader(name: string, value: string | string[]): unknown;
  removeHeader(name: string): unknown;
  flushHeaders?(): void;
  write(chunk: string | Uint8Array, onWritten?: () => void): boolean;
  end(): unknown;
  destroy?(): unknown;
  on(event: string, listener: (...values: never[]) => void): unknown;
  once(event: string, listener: (...values: never[]) => void): unknown;
}
