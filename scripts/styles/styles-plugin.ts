import type { Plugin } from 'vite';
import { isolateCss } from './isolate-css.ts';
import { layerCss } from './layer-css.ts';

/** Makes of the sources' stylesheets what the package has. Stands after Tailwind, which compiles them. */
export function kitStyles(): Plugin {
  return {
    name: 'kit-styles',
    enforce: 'pre',
    transform(css, id) {
      const name = /src\/components\/(styles|styles-layered)\.css(?:\?|$)/.exec(id)?.[1];
      if (name === undefined || /[?&](?:url|raw)\b/.test(id)) return undefined;
      const layered = layerCss(css);
      return { code: name === 'styles' ? isolateCss(layered) : layered, map: null };
    },
  };
}
