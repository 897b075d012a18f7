import type { Decorator } from '@storybook/react-vite';
import type { ReactElement, ReactNode } from 'react';
import { KitRoot } from '../../src/index.js';
import './sheet.css';

interface SheetProps {
  /** Whether it is wider than a chat. */
  isWide?: boolean;
  children: ReactNode;
}

/** The page a small story stands on, light or dark with the system. */
export function Sheet({ isWide, children }: SheetProps): ReactElement {
  return (
    <KitRoot className="st-sheet" data-wide={isWide ? '' : undefined}>
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

const decorate =
  (isWide: boolean): Decorator =>
  (Story, { viewMode, parameters }) => (
    <Sheet isWide={isWide}>
      {viewMode === 'story' && <Sentence docs={parameters['docs']} />}
      <Story />
    </Sheet>
  );

/** As wide as a chat. */
export const onSheet = decorate(false);

/** For tables, and for things side by side. */
export const onWideSheet = decorate(true);

/**
 * Shows what the comment above a story says. Docs pages have it above the frame, and tests look for words of the story
 * itself.
 */
export function Sentence({ docs }: { docs: unknown }): ReactElement | null {
  const { description } = (docs ?? {}) as { description?: { story?: string } };
  if (!description?.story || import.meta.env.MODE === 'test') return null;
  return <p className="st-hint">{description.story.replaceAll('`', '')}</p>;
}
