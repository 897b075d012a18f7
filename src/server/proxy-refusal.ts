import type { ProxyRefusalCode } from './types.js';

/** Thrown by whoever checks a request, and turned into a response at one place. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';
  readonly status: number;
  readonly code: ProxyRefusalCode;
  readonly headers: Readonly<Record<string, string>>;
  /** For the log only. */
  readonly upstream: { status?: number; message?: string };

  constructor(
    status: number,
    code: ProxyRefusalCode,
    message: string,
    {
      headers = {},
      upstream = {},
    }: {
      headers?: Readonly<Record<string, string>>;
      upstream?: { status?: number; message?: string };
    } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.upstream = upstream;
  }
}
