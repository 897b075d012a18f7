/**
 * Joins a base URL and a path, whatever slashes they bring.
 *
 * A query on either side is kept, so that a base URL may carry an `api-version`. A base URL that already ends with the
 * path, or with its version (`…/v1` and `/v1/messages`), is not doubled.
 */
export function joinUrl(baseUrl: string, path: string): string {
  const base = splitQuery(baseUrl);
  const tail = splitQuery(path);
  const basePath = base.path.replace(/\/+$/, '');
  const segments = tail.path.split('/').filter((segment) => segment !== '');
  const rest = segments.slice(overlap(basePath, segments));
  const joined = [basePath, ...rest].join('/');
  const query = [base.query, tail.query].filter((part) => part !== '').join('&');
  return query === '' ? joined : `${joined}?${query}`;
}

/** How many of the first segments the base already ends with: all of them, or the version. */
function overlap(basePath: string, segments: readonly string[]): number {
  const ownSegments = basePath.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '').split('/');
  const end = ownSegments.slice(-segments.length);
  if (segments.length > 0 && end.join('/') === segments.join('/')) return segments.length;
  const [first = ''] = segments;
  return /^v\d/.test(first) && ownSegments.at(-1) === first ? 1 : 0;
}

function splitQuery(url: string): { path: string; query: string } {
  const withoutHash = url.split('#', 1)[0] ?? '';
  const mark = withoutHash.indexOf('?');
  return mark === -1
    ? { path: withoutHash, query: '' }
    : { path: withoutHash.slice(0, mark), query: withoutHash.slice(mark + 1) };
}
