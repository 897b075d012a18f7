import { maskText } from './mask-key.js';

const passedTypes = ['application/json', 'text/event-stream', 'application/x-ndjson'];
const passedNames = ['content-type', 'retry-after', 'x-request-id', 'request-id'];

/**
 * Whether a model would answer in this media type. A page from elsewhere must not be served from the app's own origin.
 */
export function isPassedType(contentType: string): boolean {
  const [type = ''] = contentType.split(';');
  return passedTypes.includes(type.trim().toLowerCase());
}

/** Returns the few upstream headers that a page needs. Cookies and account names are not among them. */
export function passedHeaders({ headers }: Response, key: string): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of passedNames) {
    const value = headers.get(name);
    if (value === null || (name === 'retry-after' && !isWait(value))) continue;
    passed[name] = maskText(value, key);
  }
  return passed;
}

/** Whether the value is seconds, or a date. */
function isWait(value: string): boolean {
  return (
    /^\d{1,10}$/.test(value) || (/^[A-Z][a-z]{2}, /.test(value) && !Number.isNaN(Date.parse(value)))
  );
}
