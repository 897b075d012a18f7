import {
  type ComponentPropsWithoutRef,
  createContext,
  forwardRef,
  useContext,
  useEffect,
  useRef,
} from 'react';
import { Announcer } from '../../parts/announcer/index.js';
import { useMergedRefs } from '../../parts/part/use-merged-refs.js';
import { watchTooltips } from '../shared/watch-tooltips.js';
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
  const root = useRef<HTMLDivElement>(null);
  const merged = useMergedRefs<HTMLDivElement>(ref, root);
  useEffect(
    () => (root.current && !isInside ? watchTooltips(root.current) : undefined),
    [isInside],
  );
  return (
    <IsInsideContext.Provider value>
      <WordsProvider words={words}>
        <div
          ref={merged}
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
