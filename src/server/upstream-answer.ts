/** The part of the upstream's answer that is passed on. */
export interface UpstreamAnswer {
  status: number;
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array> | string;
  /** The upstream's error message, masked. */
  message?: string;
}
