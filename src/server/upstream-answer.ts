/** What came back from upstream, as far as it is passed on. */
export interface UpstreamAnswer {
  status: number;
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array> | string;
  /** The upstream's words about a failure, masked. */
  message?: string;
}
