/**
 * The image of this page that is being dragged. The browser passes on its `src`, which may be a placeholder, or smaller than
 * what the `picture` around it shows.
 */
let dragged: { src: string; shownUrl: string } | undefined;
/** Drop zones of the page. */
let zones = 0;

function note(event: DragEvent): void {
  const [target] = event.composedPath();
  dragged =
    target instanceof HTMLImageElement
      ? { src: target.src, shownUrl: target.currentSrc }
      : undefined;
}

/** Notes with which image of the page a drag begins. Returns a cleanup function. */
export function watchPageDrags(): () => void {
  zones += 1;
  if (zones === 1) document.addEventListener('dragstart', note, true);
  return () => {
    zones -= 1;
    if (zones > 0) return;
    document.removeEventListener('dragstart', note, true);
    dragged = undefined;
  };
}

/** Returns the URL of what the page shows for an image that is dragged from it, unless that is embedded in the page. */
export function shownUrlOf(src: string): string | undefined {
  if (!dragged || !URL.canParse(src, document.baseURI)) return undefined;
  const isSame = new URL(src, document.baseURI).href === dragged.src;
  return isSame && /^https?:/i.test(dragged.shownUrl) ? dragged.shownUrl : undefined;
}
