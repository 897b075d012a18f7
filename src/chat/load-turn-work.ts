import { createLazyPart } from '../internal/lazy-part.js';

/** Loads with the first question, or before it by `preloadTurnWork`. */
export const turnWork = createLazyPart(() => import('./turn-work.js'));

/** What fails is tried again with Send. */
export function preloadTurnWork(): void {
  turnWork.load().catch(() => {});
}
