import { type ComponentType, type ReactElement, useEffect, useState } from 'react';
import type { MarkdownProps } from '../markdown/Markdown.js';

let loaded: ComponentType<MarkdownProps> | undefined;

/** Markdown whose code is loaded with the first answer. Until then, and where it cannot be loaded, the plain text. */
export function MarkdownText(props: MarkdownProps): ReactElement {
  const [Markdown, setMarkdown] = useState(() => loaded);
  useEffect(() => {
    if (Markdown) return undefined;
    let isCurrent = true;
    const load = async (): Promise<void> => {
      loaded ??= (await import('../markdown/Markdown.js')).Markdown;
      if (isCurrent) setMarkdown(() => loaded);
    };
    // Offline, or the chunk is gone after a deployment: the text can be read all the same.
    load().catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [Markdown]);
  return Markdown ? (
    <Markdown {...props} />
  ) : (
    <div data-ick-part="markdown">
      <div data-ick-part="markdown-plain">{props.text}</div>
    </div>
  );
}
