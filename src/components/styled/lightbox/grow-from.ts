import { matchesMedia } from '../../shared/matches-media.js';

/** Makes the stage grow from the tile that was pressed; with reduced motion it simply appears. */
export function growFrom(origin: DOMRect, stage: HTMLElement): void {
  if (matchesMedia('(prefers-reduced-motion: reduce)') || !stage.animate) return;
  const { left, top, width, height } = stage.getBoundingClientRect();
  const scale = Math.min(1, Math.max(origin.width / width, origin.height / height));
  const x = origin.left + origin.width / 2 - (left + width / 2);
  const y = origin.top + origin.height / 2 - (top + height / 2);
  stage.animate(
    [
      { opacity: 0.4, transform: `translate(${x}px, ${y}px) scale(${scale})` },
      { opacity: 1, transform: 'none' },
    ],
    { duration: 180, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
  );
}
