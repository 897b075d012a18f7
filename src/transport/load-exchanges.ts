import { loadPart } from '../internal/load-part.js';

/** @throws KitError `unreachable` */
export const loadExchanges = () => loadPart(() => import('./exchanges.js'));

/** Loads ahead what the first request needs, so that it does not wait. What fails is tried again with the request. */
export function preloadTransport(): void {
  loadExchanges().catch(() => undefined);
}
