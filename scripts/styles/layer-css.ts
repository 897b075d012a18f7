import { bannersOf, rewriteCss } from './walk-css.ts';

const withPrefix = (text: string): string =>
  text === '@layer properties' ? '@layer image-chat-kit.properties' : text;

const EVERYTHING = /^\*,\s*:{1,2}before,\s*:{1,2}after,\s*::backdrop$/;

/** What of a page is the kit's, with what is drawn around it. */
const kitElements = (above: string): string => {
  const elements = `${above}:where([data-ick],[data-ick] *)`;
  return [elements, `${elements}::before`, `${elements}::after`, `${elements}::backdrop`].join();
};

/**
 * What Tailwind compiled, with names of the kit's own for whatever a page may have too: the layer and the variables of
 * Tailwind itself. The first values of those variables are set for the kit's elements only, and also in a shadow root, where
 * `@property` does nothing.
 */
export function layerCss(css: string): string {
  const renamed = rewriteCss(css.replaceAll('--tw-', '--ick-tw-'), {
    head: (head) => (EVERYTHING.test(head) ? kitElements('') : withPrefix(head)),
    declaration: withPrefix,
  });
  const firstValues = /:where\(\[data-ick\],\[data-ick\] \*\)::backdrop\{([^}]*)\}/.exec(
    renamed,
  )?.[1];
  if (firstValues === undefined) throw new Error('Tailwind no longer writes first values.');
  const inShadowRoot = `@layer image-chat-kit.properties{${kitElements(':host ')}{${firstValues}}}`;
  return `${bannersOf(css)}${renamed.trim()}\n${inShadowRoot}\n`;
}
