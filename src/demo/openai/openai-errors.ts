import type { ErrorStyle } from '../core/refusal.js';
import { kindWithArticle } from '../core/json.js';
import { Refusal, type RefusalFacts } from '../core/refusal.js';

const INVALID = 'invalid_request_error';

export const openaiErrors: ErrorStyle = {
  requestIdHeader: 'x-request-id',
  body: ({ message, type = INVALID, param = null, code = null }: Nullable) => ({
    error: { message, type, param, code },
  }),
  readKey: (request) =>
    /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ??
    request.headers.get('api-key') ??
    undefined,
  keyRefusal: (key) =>
    key === undefined
      ? {
          status: 401,
          type: INVALID,
          message:
            "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer " +
            "auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're " +
            'accessing the API from your browser and are prompted for a username and password. You can obtain an API ' +
            'key from https://platform.openai.com/account/api-keys.',
        }
      : {
          status: 401,
          type: INVALID,
          code: 'invalid_api_key',
          message: `Incorrect API key provided: ${maskKey(key)}. You can find your API key at https://platform.openai.com/account/api-keys.`,
        },
};

type Nullable = Omit<RefusalFacts, 'param' | 'code'> & {
  param?: string | null;
  code?: string | null;
};

/** Masks a key like OpenAI: the first eight characters and the last four are shown. */
function maskKey(key: string): string {
  return key.length <= 12 ? '*'.repeat(key.length) : `${key.slice(0, 8)}*****${key.slice(-4)}`;
}

/** Returns a refusal with status 400. */
export function badRequest(message: string, param?: string, code?: string): Refusal {
  return new Refusal({
    status: 400,
    type: INVALID,
    message,
    ...(param === undefined ? {} : { param }),
    ...(code === undefined ? {} : { code }),
  });
}

export function badJson(): Refusal {
  return badRequest(
    "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library " +
      'correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON. If you have trouble ' +
      'figuring out how to fix this, please contact us through our help center at help.openai.com.)',
  );
}

export function missing(param: string): Refusal {
  return badRequest(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter');
}

/** `expected` includes its article, as in `an object`. */
export function wrongType(param: string, expected: string, value: unknown): Refusal {
  return badRequest(
    `Invalid type for '${param}': expected ${expected}, but got ${kindWithArticle(value)} instead.`,
    param,
    'invalid_type',
  );
}

export function wrongValue(param: string, value: unknown, supported: readonly string[]): Refusal {
  return badRequest(
    `Invalid value: '${String(value)}'. Supported values are: ${listed(supported)}.`,
    param,
    'invalid_value',
  );
}

/**
 * @param listed the values that the refusal lists, if it does not list them all
 * @throws Refusal if the value is missing or not one of the supported ones
 */
export function requireOneOf<T extends string>(
  value: unknown,
  supported: readonly T[],
  param: string,
  listed: readonly string[] = supported,
): T {
  if (value === undefined) throw missing(param);
  const found = supported.find((candidate) => candidate === value);
  if (found === undefined) throw wrongValue(param, value, listed);
  return found;
}

function listed(values: readonly string[]): string {
  const quoted = values.map((value) => `'${value}'`);
  if (quoted.length <= 2) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`;
}

export function unknownModel(model: string): Refusal {
  return new Refusal({
    status: 404,
    type: INVALID,
    code: 'model_not_found',
    message: `The model \`${model}\` does not exist or you do not have access to it.`,
  });
}
