/**
 * Returns a random id. `crypto.randomUUID` is missing on pages served over plain http, such as in a local
 * network.
 */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
