import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import type { PropsWithChildren, ReactElement } from 'react';
import { theme } from './brand.ts';

/** The frame of every docs page, which gives docs.css the colours of the kit. */
export function DocsFrame({
  context,
  children,
}: PropsWithChildren<DocsContainerProps>): ReactElement {
  return (
    <DocsContainer context={context} theme={theme}>
      <div data-ick-theme="system">{children}</div>
    </DocsContainer>
  );
}
