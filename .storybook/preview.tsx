import type { Preview } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode } from 'react';
import { configure } from 'storybook/test';
import '../src/components/styles.css';
import './docs.css';
import { theme } from './brand.ts';
import { DocsFrame } from './DocsFrame.tsx';
import { DocsPage } from './DocsPage.tsx';
import { usefulControls } from '../stories/shared/docs.js';
import { leaveFocus } from '../stories/shared/leave-focus.js';

// A limit for hangs only: images are really prepared, also on a busy machine.
configure({ asyncUtilTimeout: 30_000 });

leaveFocus();

/** One client per story, which stays when its controls change. */
function Queries({ children }: { children: ReactNode }): ReactElement {
  const [client] = useState(() => new QueryClient());
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

const preview: Preview = {
  tags: ['autodocs'],
  argTypesEnhancers: [usefulControls],
  parameters: {
    a11y: {
      test: 'error',
      config: {
        // Numbers on images have a ground of their own, which is dark enough on any image. axe cannot see that, and asks for a review.
        rules: [{ id: 'color-contrast', selector: ':not([aria-hidden="true"])' }],
      },
    },
    docs: { theme, container: DocsFrame, page: DocsPage },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Playground',
          'Components',
          ['ImageChat', 'Composer', 'ImageTray', 'MessageList', 'Lightbox', 'Markup', '*', 'Parts'],
          'Recipes',
          'Chat',
          'Hooks',
          ['useImageChat', 'useImageQueue', '*'],
          'Interop',
          // What is underneath, in the order of an image's way.
          'Intake',
          'Formats',
          'Models',
          'Pipeline',
          'Messages',
          'Wire',
        ],
      },
    },
  },
  decorators: [
    (Story) => (
      <Queries>
        <Story />
      </Queries>
    ),
  ],
};
export default preview;
