import { type ComponentPropsWithoutRef, createContext, forwardRef, useContext } from 'react';
import { Announcer } from '../../parts/announcer/index.js';
import type { Words } from '../../words/types.js';
import { WordsProvider } from '../../words/WordsProvider.js';

export type Theme = 'light' | 'dark' | 'system';

export interface KitRootProps extends ComponentPropsWithoutRef<'div'> {
  /** Light, dark, or as the system. @defaultValue 'system', or the theme of the root above */
  theme?: Theme;
  /** Replaces words of the interface for the parts inside. @defaultValue English */
  words?: Partial<Words>;
}

const IsInsideContext = createContext(false);

/**
 * Theme, words and the one live region for the styled parts inside. Every styled part brings its own if there is none
 * above.
 */
export const KitRoot = forwardRef<HTMLDivElement, KitRootProps>(function KitRoot(props, ref) {
  const { theme, words, children, ...given } = props;
  const isInside = useContext(IsInsideContext);
  return (
    <IsInsideContext.Provider value>
      <WordsProvider words={words}>
        <div
          ref={ref}
          data-ick=""
          data-ick-theme={theme ?? (isInside ? undefined : 'system')}
          {...given}
        >
          <Announcer>{children}</Announcer>
        </div>
      </WordsProvider>
    </IsInsideContext.Provider>
  );
});
