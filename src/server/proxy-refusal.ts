import type { ProxyRefusalCode } from './types.js';

/** Thrown by every check of a request, and turned into a response in one place. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';
  readonly status: number;
  readonly code: ProxyRefusalCode;
  readonly headers: Readonly<Record<string, string>>;
  /** Only for the log. */
  readonly upstream: { status?: number; message?: string };
  /** Whether the setup of this server or of a page may be at fault, rather than one odd request. */
  readonly maySetupBeWrong: boolean;

  constructor(
    status: number,
    code: ProxyRefusalCode,
    message: string,
    {
      headers = {},
      upstream = {},
      maySetupBeWrong = true,
    }: {
      headers?: Readonly<Record<string, string>>;
      upstream?: { status?: number; message?: string };
      maySetupBeWrong?: boolean;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.upstream = upstream;
    this.maySetupBeWrong = maySetupBeWrong;
  }
}
