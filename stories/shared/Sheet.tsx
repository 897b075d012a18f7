import type { Decorator } from '@storybook/react-vite';
import type { ReactElement, ReactNode } from 'react';
import { KitRoot } from '../../src/index.js';
import './sheet.css';

/** The page a small story stands on, light or dark with the system. */
export function Sheet({ children }: { children: ReactNode }): ReactElement {
  return (
    <KitRoot className="st-sheet">
      <div className="st-column">{children}</div>
    </KitRoot>
  );
}

/** A page of its own: full height, no column. */
export function FullPage({ children }: { children: ReactNode }): ReactElement {
  return <KitRoot className="st-sheet st-full">{children}</KitRoot>;
}

/**
 * Pages of their own stand in a frame among the docs, or their heights and landmarks would meet. To be spread: the build of
 * Storybook overwrites `parameters` that are no object literal.
 */
export const fullPage = {
  layout: 'fullscreen',
  docs: { story: { inline: false, height: '40rem' } },
};

export const onSheet: Decorator = (Story, { viewMode, parameters }) => (
  <Sheet>
    {viewMode === 'story' && <Sentence docs={parameters['docs']} />}
    <Story />
  </Sheet>
);

/**
 * Shows what the comment above a story says. Docs pages have it above the frame, and tests look for words of the story
 * itself.
 */
export function Sentence({ docs }: { docs: unknown }): ReactElement | null {
  const { description } = (docs ?? {}) as { description?: { story?: string } };
  if (!description?.story || import.meta.env.MODE === 'test') return null;
  return <p className="st-hint">{description.story.replaceAll('`', '')}</p>;
}
