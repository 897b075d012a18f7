/** Counts the object URLs that are alive, from now on. It refers to nothing outside, so that a page can be given its source. */
export function countObjectUrls(): () => number {
  const alive = new Set<string>();
  const create = URL.createObjectURL.bind(URL);
  const revoke = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (source) => {
    const url = create(source);
    alive.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    alive.delete(url);
    revoke(url);
  };
  return () => alive.size;
}
