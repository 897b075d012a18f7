import { json } from '../core/http.js';
import type { RefusalFacts } from '../core/refusal.js';
import { neverAnswer } from './never.js';
import type { Fault, FaultTable } from './fault.js';

const NGINX_413 =
  '<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n<center><h1>413 Request ' +
  'Entity Too Large</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';
const GATEWAY_502 =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>' +
  '\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';
const SIGN_IN =
  '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in to the network</h1>' +
  '<form><input name="user"><input name="password" type="password"></form></body></html>';
const NOT_FOUND_404 =
  '<!doctype html><html><head><title>404</title></head><body>Not found</body></html>';

/** Refuses with the API's own error body. */
function refused(what: string, facts: RefusalFacts): Fault {
  return {
    kind: 'response',
    what,
    respond: (_, style) =>
      json(style.body(facts, 'req_demo_fault'), {
        status: facts.status,
        headers: { ...facts.headers },
      }),
  };
}

function html(what: string, status: number, page: string): Fault {
  return {
    kind: 'response',
    what,
    respond: () => new Response(page, { status, headers: { 'content-type': 'text/html' } }),
  };
}

function rateLimited(what: string, headers: Record<string, string>): Fault {
  return refused(what, { ...RATE_LIMIT, headers });
}

const RATE_LIMIT: RefusalFacts = {
  status: 429,
  message: 'Rate limit reached for requests. Please try again later.',
  type: 'rate_limit_exceeded',
};

/** Every fault that replaces an answer. */
export const statusFaults: FaultTable = {
  '400': refused('the request is refused: invalid image', {
    status: 400,
    message: 'Invalid image',
    type: 'invalid_request_error',
    code: 'invalid_image',
  }),
  '401': refused('the key is refused, and echoed in part', {
    status: 401,
    message:
      'Incorrect API key provided: sk-demo*****echo. You can find your API key at https://platform.openai.com/account/api-keys.',
    type: 'invalid_request_error',
    code: 'invalid_api_key',
  }),
  '403': refused('not allowed from here', {
    status: 403,
    message: 'Country, region, or territory not supported',
    type: 'request_forbidden',
    code: 'unsupported_country_region_territory',
  }),
  '404': refused('the model does not exist', {
    status: 404,
    message: 'The model does not exist or you do not have access to it.',
    type: 'invalid_request_error',
    code: 'model_not_found',
  }),
  '404-html': html('a web page says that there is nothing here', 404, NOT_FOUND_404),
  '408': refused('the server gave up waiting', {
    status: 408,
    message: 'timeout',
    type: 'timeout',
  }),
  '409': refused('a conflict that may pass', {
    status: 409,
    message: 'The resource is being used by another request.',
    type: 'conflict',
  }),
  '413-json': refused('the request is too large, said in JSON', {
    status: 413,
    message: 'Request too large',
    type: 'invalid_request_error',
  }),
  '413-html': html('the request is too large, said by a web server on the way', 413, NGINX_413),
  '422': refused('the request is not understood', {
    status: 422,
    message: 'Unprocessable entity',
    type: 'invalid_request_error',
  }),
  '429-retry-after-1': rateLimited('too many requests, come back in a second', {
    'retry-after': '1',
  }),
  '429-retry-after-20': rateLimited('too many requests, come back in twenty seconds', {
    'retry-after': '20',
  }),
  '429-retry-after-3600': rateLimited('too many requests, come back in an hour', {
    'retry-after': '3600',
  }),
  '429-http-date': {
    kind: 'response',
    what: 'too many requests, come back at a given time',
    respond: (_, style) =>
      json(style.body(RATE_LIMIT, 'req_demo_fault'), {
        status: 429,
        headers: { 'retry-after': new Date(Date.now() + 2000).toUTCString() },
      }),
  },
  '429-quota': refused('the account has no credit left', {
    status: 429,
    message: 'You exceeded your current quota, please check your plan and billing details.',
    type: 'insufficient_quota',
    code: 'insufficient_quota',
  }),
  '429-then-ok': {
    kind: 'response',
    what: 'too many requests once, then an answer',
    respond: (_, style, seen) =>
      seen % 2 === 1
        ? undefined
        : json(style.body(RATE_LIMIT, 'req_demo_fault'), {
            status: 429,
            headers: { 'retry-after': '0' },
          }),
  },
  '500': refused('the server broke', {
    status: 500,
    message: 'The server had an error while processing your request. Sorry about that!',
    type: 'server_error',
  }),
  '502-html': html('a gateway on the way has lost the server', 502, GATEWAY_502),
  '503-retry-after': refused('the server is down for a second', {
    status: 503,
    message: 'The server is temporarily unable to handle the request.',
    type: 'server_error',
    headers: { 'retry-after': '1' },
  }),
  '504': refused('a gateway waited too long', {
    status: 504,
    message: 'Gateway timeout',
    type: 'timeout_error',
  }),
  '529': {
    kind: 'response',
    what: 'the model is overloaded',
    respond: () =>
      json(
        { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
        { status: 529 },
      ),
  },
  'html-200': html('a sign-in page where an answer should be', 200, SIGN_IN),
  'empty-200': {
    kind: 'response',
    what: 'the answer is empty',
    respond: () =>
      new Response('', { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }),
  },
  'redirect-307': {
    kind: 'response',
    what: 'sent on to another address',
    respond: () => new Response(null, { status: 307, headers: { location: '/elsewhere' } }),
  },
  'reset-before-head': {
    kind: 'response',
    what: 'the connection breaks before anything comes',
    respond: () => Promise.reject(new TypeError('Failed to fetch')),
  },
  'no-first-byte': {
    kind: 'response',
    what: 'nothing ever comes',
    respond: neverAnswer,
  },
};
