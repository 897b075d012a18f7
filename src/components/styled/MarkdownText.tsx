import { type ComponentType, type ReactElement, useEffect, useRef, useState } from 'react';
import type { MarkdownProps } from '../markdown/Markdown.js';
import { useNearView } from './use-near-view.js';

let loaded: ComponentType<MarkdownProps> | undefined;

async function loadMarkdown(): Promise<ComponentType<MarkdownProps>> {
  loaded ??= (await import('../markdown/Markdown.js')).Markdown;
  return loaded;
}

/** Loads the code while a question is on its way, so that the first word is drawn with it. */
export function usePreloadedMarkdown(): void {
  useEffect(() => {
    loadMarkdown().catch(() => {});
  }, []);
}

export interface MarkdownTextProps extends MarkdownProps {
  /** Far from what is seen: plain until it comes near, which keeps long conversations quick. @defaultValue false */
  isFar?: boolean;
}

/** Markdown whose code is loaded with the first answer. Until then, and where it cannot be loaded, the plain text. */
export function MarkdownText({ isFar = false, ...props }: MarkdownTextProps): ReactElement {
  const [Markdown, setMarkdown] = useState(() => loaded);
  const plain = useRef<HTMLDivElement>(null);
  const isNear = useNearView(plain, isFar);
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
  return Markdown && isNear ? (
    <Markdown {...props} />
  ) : (
    <div ref={plain} data-ick-part="markdown" data-streaming={props.isStreaming ? '' : undefined}>
      <div data-ick-part="markdown-section">
        <div data-ick-part="markdown-plain">{props.text}</div>
      </div>
    </div>
  );
}
