/** What an element looks like: every computed property, and where it stands. */
export interface Look {
  element: string;
  properties: Record<string, string>;
}

const PSEUDO = ['', '::before', '::after', '::placeholder', '::marker', '::backdrop'] as const;

const nameOf = (element: Element): string =>
  [
    element.localName,
    element.getAttribute('data-ick-part') ?? '',
    element.getAttribute('class') ?? '',
  ].join(' ');

/** Chromium tells automatic margins as the last whole layout had them, which may have been one under other styles. */
function layOutAgain(page: Document): void {
  page.documentElement.style.display = 'none';
  void page.documentElement.offsetHeight;
  page.documentElement.style.display = '';
}

export function looksOf(page: Document, elements: Iterable<Element>): Look[] {
  const view = page.defaultView;
  if (!view) throw new Error('The document is not shown.');
  layOutAgain(page);
  const looks: Look[] = [];
  for (const element of elements) {
    const isDrawing = element.matches('svg *');
    for (const pseudo of PSEUDO) {
      const isTooMuch =
        (pseudo === '::placeholder' && element.localName !== 'textarea') ||
        (pseudo === '::marker' && element.localName !== 'li') ||
        (pseudo === '::backdrop' && element.localName !== 'dialog') ||
        (pseudo !== '' && isDrawing);
      if (isTooMuch) continue;
      const style = view.getComputedStyle(element, pseudo);
      const isDrawn = !/::(?:before|after)/.test(pseudo) || style.content !== 'none';
      const names = (isDrawn ? Array.from(style) : ['content']).filter(
        (name) => !name.startsWith('--'),
      );
      looks.push({
        element: nameOf(element) + pseudo,
        properties: Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])),
      });
    }
  }
  return looks;
}

/** What differs, an element a line; empty where nothing does. Only properties whose name matches `seen` count. */
export function differences(before: readonly Look[], after: readonly Look[], seen = /./): string[] {
  if (before.length !== after.length) return [`${before.length} elements became ${after.length}`];
  return before.flatMap(({ element, properties }, index) => {
    const now = after[index]?.properties ?? {};
    const changed = Object.entries(properties)
      .filter(([name, value]) => now[name] !== value && seen.test(name))
      .map(([name, value]) => `${name}: ${value} -> ${now[name]}`);
    return changed.length === 0 ? [] : [`${element}: ${changed.join('; ')}`];
  });
}
