/**
 * Requests that are still being answered. Node collects a request without references, and its signal then no
 * longer follows the client's, so a client that gave up would never be noticed.
 */
const open = new Set<Request>();

/** Keeps a reference to a request until the returned function is called. */
export function holdOpen(request: Request): () => void {
  open.add(request);
  return () => void open.delete(request);
}
