/** Decides which parts of a request are secrets: by the name of the header or parameter, or by their looks. */
const SECRET_NAME =
  /auth(?!or(?!i))|cookie|credential|jwt|passphrase|passw|secret|session|signature|token|key(?![a-z])/i;
const HARMLESS_NAME = /idempotency|(?:^|[-_])(?:id|traceparent|tracestate)$/i;

/** Letters and digits, mixed in a way that no word is. */
const RANDOM_RUN = /(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{12}/i;

export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !/idempotency/i.test(name);
}

export interface RequestSecrets {
  /** Whether a secret is sent under a name that says so. */
  hasKey: boolean;
  /** Each secret as it may appear in an answer. */
  secrets: readonly string[];
}

export function secretsOf(headers: Headers, url: URL): RequestSecrets {
  const fields = [...headers, ...url.searchParams];
  return {
    hasKey: fields.some(([name]) => isSecretName(name)),
    secrets: fields.flatMap(([name, value]) => {
      if (isSecretName(name)) return secretsIn(value);
      return HARMLESS_NAME.test(name) ? [] : randomPieces(value);
    }),
  };
}

function secretsIn(value: string): readonly string[] {
  const [, scheme = '', secret = value] = /^([\w-]+)\s+(.*)$/.exec(value) ?? [];
  return [
    secret,
    ...randomPieces(secret),
    ...(scheme.toLowerCase() === 'basic' ? passwordIn(secret) : []),
  ];
}

/** Returns the pieces of a header value, such as a cookie or a signature with its fields, that look random. */
function randomPieces(value: string): readonly string[] {
  return value
    .split(/[\s,;"'=&]+/)
    .filter((piece) => RANDOM_RUN.test(piece) && !piece.includes('://'));
}

function passwordIn(base64: string): readonly string[] {
  try {
    const [, ...password] = atob(base64).split(':');
    return [password.join(':')];
  } catch {
    return [];
  }
}
