/** What an endpoint says instead of an answer. Each API puts it into its own error body. */
export interface RefusalFacts {
  status: number;
  message: string;
  type?: string;
  /** The field at fault, in the provider's own notation. */
  param?: string;
  code?: string;
  headers?: Readonly<Record<string, string>>;
  /** Machine-readable details, for the APIs that have them. */
  details?: unknown;
}

/** Thrown by whoever judges a request, and turned into a response by the API that was asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly facts: RefusalFacts;

  constructor(facts: RefusalFacts) {
    super(facts.message);
    this.facts = facts;
  }
}

/** How one API words its errors. */
export interface ErrorStyle {
  body(facts: RefusalFacts, requestId: string): unknown;
  /** Name of the header that carries the request id. */
  requestIdHeader: string;
  /** What a request without, or with a wrong, key is told. */
  keyRefusal(key: string | undefined): RefusalFacts;
  /** Reads the key where this API expects it. */
  readKey(request: Request): string | undefined;
}
