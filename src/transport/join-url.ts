/**
 * Joins a base URL and a path, whatever slashes they have.
 *
 * A query on either side is kept, so a base URL may carry an `api-version`. If the base URL already ends with the path,
 * or with its beginning (`…/v1` and `/v1/messages`, `…/api` and `/api/chat`), that part is not doubled. The path of
 * another format or purpose after that (`…/v1/responses`, `…/api/tags`) is dropped, and a version of the base URL counts.
 */
export function joinUrl(baseUrl: string, path: string): string {
  const base = splitQuery(baseUrl);
  const tail = splitQuery(path);
  const segments = tail.path.split('/').filter((segment) => segment !== '');
  const given = base.path.replace(/\/+$/, '');
  const isWhole = overlap(given, segments) === segments.length;
  const basePath = isWhole ? given : withoutEndpoint(given, segments[0] ?? '');
  const isOtherVersion = VERSION.test(basePath) && VERSION.test(`/${segments[0] ?? ''}`);
  const rest = segments.slice(Math.max(overlap(basePath, segments), isOtherVersion ? 1 : 0));
  const joined = [basePath, ...rest].join('/');
  const queries = new Set([...base.query.split('&'), ...tail.query.split('&')]);
  const query = [...queries].filter((part) => part !== '').join('&');
  return query === '' ? joined : `${joined}?${query}`;
}

const VERSION = /\/v\d[^/]*$/;
const ENDPOINT =
  /(\/v\d[^/]*)\/(?:responses|messages|chat|(?:chat\/)?completions|models(?:\/[^/]*:[^/]*)?)$/;

function withoutEndpoint(path: string, firstSegment: string): string {
  // Servers with an API of their own often have a version of another one beside it.
  if (firstSegment === 'api') return path.replace(/(\/api)\/\w+$/, '$1').replace(VERSION, '');
  return path.replace(ENDPOINT, '$1');
}

/**
 * Returns how many of the first segments the base URL already ends with. Counts either all of them, or a
 * beginning that cannot be a folder of the app.
 */
function overlap(basePath: string, segments: readonly string[]): number {
  const ownSegments = basePath.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '').split('/');
  for (let count = segments.length; count > 0; count -= 1) {
    const isSame = ownSegments.slice(-count).join('/') === segments.slice(0, count).join('/');
    const isBeginning = count === segments.length || /^(?:v\d|api$)/.test(segments[0] ?? '');
    if (isSame && isBeginning) return count;
  }
  return 0;
}

function splitQuery(url: string): { path: string; query: string } {
  const withoutHash = url.split('#', 1)[0] ?? '';
  const mark = withoutHash.indexOf('?');
  return mark === -1
    ? { path: withoutHash, query: '' }
    : { path: withoutHash.slice(0, mark), query: withoutHash.slice(mark + 1) };
}
