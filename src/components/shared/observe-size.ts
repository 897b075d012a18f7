/**
 * Calls back when one of some elements has changed its size, and once at the start. In a DOM without layout, such as
 * jsdom's, it never does. Returns a cleanup function.
 */
export function observeSize(elements: readonly Element[], onChange: () => void): () => void {
  if (typeof ResizeObserver !== 'function') return () => {};
  const observer = new ResizeObserver(onChange);
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}
