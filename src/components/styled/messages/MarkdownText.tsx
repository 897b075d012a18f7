import { type ComponentType, type ReactElement, useEffect, useState } from 'react';
import type { MarkdownProps } from '../../markdown/Markdown.js';

let loaded: ComponentType<MarkdownProps> | undefined;

async function loadMarkdown(): Promise<ComponentType<MarkdownProps>> {
  loaded ??= (await import('../../markdown/Markdown.js')).Markdown;
  return loaded;
}

/** Loads the code while a question is on its way, so that the first word is drawn with it. */
export function usePreloadedMarkdown(): void {
  useEffect(() => {
    loadMarkdown().catch(() => {});
  }, []);
}

/** Markdown whose code is loaded with the first answer. Until then, and where it cannot be loaded, the plain text. */
export function MarkdownText(props: MarkdownProps): ReactElement {
  const [Markdown, setMarkdown] = useState(() => loaded);
  useEffect(() => {
    if (Markdown) return undefined;
    let isCurrent = true;
    const show = async (): Promise<void> => {
      const component = await loadMarkdown();
      if (isCurrent) setMarkdown(() => component);
    };
    // Offline, or the chunk is gone after a deployment: the text can be read all the same.
    show().catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [Markdown]);
  return Markdown ? (
    <Markdown {...props} />
  ) : (
    <div data-ick-part="markdown" data-streaming={props.isStreaming ? '' : undefined}>
      <div data-ick-part="markdown-section">
        <div data-ick-part="markdown-plain">{props.text}</div>
      </div>
    </div>
  );
}
