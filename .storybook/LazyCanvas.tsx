import { Canvas, type Of } from '@storybook/addon-docs/blocks';
import { useEffect, useRef, useState, type ReactElement } from 'react';

export interface StoryFrame {
  /** Whether the story is part of the docs page, in place of a frame with a page of its own. */
  inline?: boolean;
  height?: string;
}

interface LazyCanvasProps {
  of: Of;
  story: StoryFrame;
}

/** How far below the window a frame begins to load. */
const AHEAD = '600px';

/** A story. One with a page of its own loads when the reader comes near, since each such page loads all of Storybook. */
export function LazyCanvas({ of, story }: LazyCanvasProps): ReactElement {
  const [isNear, setIsNear] = useState(story.inline !== false);
  const placeholder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!placeholder.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setIsNear(true);
      },
      { root: document, rootMargin: AHEAD },
    );
    observer.observe(placeholder.current);
    return () => observer.disconnect();
  }, []);
  if (isNear) return <Canvas of={of} />;
  return <div ref={placeholder} className="docs-placeholder" style={{ height: story.height }} />;
}
