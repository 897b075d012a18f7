import { loadPart } from '../internal/load-part.js';

/** Loads what a request needs. @throws KitError `unreachable` */
export const loadExchanges = () => loadPart(() => import('./exchanges.js'));

/** Preloads what the first request needs, so that it does not wait. If loading fails, the request tries again. */
export function preloadTransport(): void {
  loadExchanges().catch(() => undefined);
}
