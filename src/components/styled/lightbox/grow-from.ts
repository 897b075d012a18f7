import { matchesMedia } from '../../shared/matches-media.js';

const GROW_MS = 200;

/** Makes the image grow from the tile that was pressed; with reduced motion it simply appears. */
export function growFrom(origin: DOMRect, stage: HTMLElement, dialog: HTMLElement): void {
  const image = stage.firstElementChild;
  if (matchesMedia('(prefers-reduced-motion: reduce)') || !image?.animate) return;
  const { left, top, width, height } = image.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  const timing = { duration: GROW_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' };
  const scale = Math.min(1, Math.max(origin.width / width, origin.height / height));
  // Both properties apply before `transform`, which places the image on the stage.
  const place = stage.getBoundingClientRect();
  const x = origin.left + origin.width / 2 - place.left - scale * (left - place.left + width / 2);
  const y = origin.top + origin.height / 2 - place.top - scale * (top - place.top + height / 2);
  image.animate(
    [
      { translate: `${x}px ${y}px`, scale },
      { translate: '0px 0px', scale: 1 },
    ],
    timing,
  );
  // The tile is outside of the stage.
  stage.animate([{ overflow: 'visible' }, { overflow: 'visible' }], timing);
  dialog.animate([{ backgroundColor: 'transparent' }, {}], timing);
}
