import { type ReactElement, useEffect } from 'react';
import { createLazyModule } from '../../../internal/lazy-module.js';
import { useLazyModule } from '../../../react/use-lazy-module.js';
import type { MarkdownProps } from '../../markdown/Markdown.js';

const markdown = createLazyModule(() => import('../../markdown/Markdown.js'));

/** Loads the code while a question is in flight, so that the first word is rendered with it. */
export function usePreloadedMarkdown(): void {
  useEffect(() => markdown.preload(), []);
}

/** Markdown whose code loads with the first answer. Renders the plain text until then, and if it cannot be loaded. */
export function MarkdownText(props: MarkdownProps): ReactElement {
  const loaded = useLazyModule(markdown);
  return loaded ? (
    <loaded.Markdown {...props} />
  ) : (
    <div data-ick-part="markdown" data-streaming={props.isStreaming ? '' : undefined}>
      <div data-ick-part="markdown-section">
        <div data-ick-part="markdown-plain">{props.text}</div>
      </div>
    </div>
  );
}
