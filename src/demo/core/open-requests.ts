/**
 * Requests that are still being answered. Node lets a request go that nobody names, and its signal then no longer
 * follows the client's, so a client that gave up would never be noticed.
 */
const open = new Set<Request>();

/** Keeps a request until the returned function is called. */
export function holdOpen(request: Request): () => void {
  open.add(request);
  return () => void open.delete(request);
}
