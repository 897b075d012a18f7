import { vi } from 'vitest';
import { page } from 'vitest/browser';

export const stage = () => page.getByRole('application', { name: 'Image' });

/** A place in the image, as shares of its sides, on the page. */
export function at(x: number, y: number): { clientX: number; clientY: number } {
  const canvas = document.querySelector('[data-ick-part=markup-stage] canvas');
  const box = canvas?.getBoundingClientRect() ?? new DOMRect();
  return { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
}

export function point(
  type: string,
  target: Element,
  place: { clientX: number; clientY: number },
  init: PointerEventInit = {},
): void {
  const event = new PointerEvent(type, {
    bubbles: true,
    cancelable: true,
    pointerId: 1,
    isPrimary: true,
    ...place,
    ...init,
  });
  target.dispatchEvent(event);
}

/** Real pointers can be captured; those of a test cannot. */
export function holdPointers(): void {
  vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => {});
}

export async function drag(
  from: readonly [number, number],
  to: readonly [number, number],
  target: Element = stage().element(),
  init?: PointerEventInit,
): Promise<void> {
  holdPointers();
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
  point('pointerdown', target, at(...from), init);
  await frame();
  point('pointermove', target, at(...middle), init);
  await frame();
  point('pointermove', target, at(...to), init);
  await frame();
  point('pointerup', target, at(...to), init);
  await frame();
}

export function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
