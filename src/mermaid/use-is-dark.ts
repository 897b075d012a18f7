import { type RefObject, useEffect, useState } from 'react';

/** Whether an element is shown in a dark theme: that of the kit, or of the system. */
export function useIsDark(element: RefObject<Element | null>): boolean {
  const [isDark, setIsDark] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const update = (): void => setIsDark(getComputedStyle(current).colorScheme === 'dark');
    update();
    const system = matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(update);
    const root = current.closest('[data-ick-theme]');
    if (root) observer.observe(root, { attributeFilter: ['data-ick-theme'] });
    system.addEventListener('change', update);
    return () => {
      observer.disconnect();
      system.removeEventListener('change', update);
    };
  }, [element]);
  return isDark;
}
