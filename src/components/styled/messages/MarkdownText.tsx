import { type ReactElement, useEffect } from 'react';
import { useLazyModule } from '../../../react/use-lazy-module.js';
import type { MarkdownProps } from '../../markdown/Markdown.js';
import { markdownModule } from './markdown-module.js';
import { withoutMarkup } from './without-markup.js';

/** Loads the code while a question is in flight, so that the first word is rendered with it. */
export function usePreloadedMarkdown(): void {
  useEffect(() => markdownModule.preload(), []);
}

/** Markdown whose code loads with the first question. Renders the words alone until then, and if it cannot be loaded. */
export function MarkdownText(props: MarkdownProps): ReactElement {
  const loaded = useLazyModule(markdownModule);
  return loaded ? (
    <loaded.Markdown {...props} />
  ) : (
    <div data-ick-part="markdown" data-streaming={props.isStreaming ? '' : undefined}>
      <div data-ick-part="markdown-section">
        <div data-ick-part="markdown-plain">{withoutMarkup(props.text)}</div>
      </div>
    </div>
  );
}
