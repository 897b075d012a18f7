/**
 * Whether an element is displayed: not in a closed dialog or a hidden tab. A browser or a DOM for tests that cannot say so
 * counts it as displayed.
 */
export function isShown(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility();
}
