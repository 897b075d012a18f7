/** Whether the page matches a media query. A DOM without media, such as jsdom's, matches none. */
export function matchesMedia(query: string): boolean {
  return typeof matchMedia === 'function' && matchMedia(query).matches;
}
