/** An error of an endpoint. Each API puts it into its own error body. */
export interface RefusalFacts {
  status: number;
  message: string;
  type?: string;
  /** The invalid field, in the provider's own notation. */
  param?: string;
  code?: string;
  headers?: Readonly<Record<string, string>>;
  /** Machine-readable details, for the APIs that have them. */
  details?: unknown;
}

/** Thrown by the checks of a request, and turned into a response by the requested API. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly facts: RefusalFacts;

  constructor(facts: RefusalFacts) {
    super(facts.message);
    this.facts = facts;
  }
}

/** How one API formats its errors. */
export interface ErrorStyle {
  body(facts: RefusalFacts, requestId: string): unknown;
  /** Name of the header that carries the request id. */
  requestIdHeader: string;
  /** Returns the error for a missing or wrong key. */
  keyRefusal(key: string | undefined): RefusalFacts;
  /** Reads the key from where this API expects it. */
  readKey(request: Request): string | undefined;
}
