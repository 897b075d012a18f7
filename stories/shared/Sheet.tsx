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

export const onSheet: Decorator = (Story) => (
  <Sheet>
    <Story />
  </Sheet>
);
