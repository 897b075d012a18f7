import type { ReactElement, ReactNode } from 'react';

export interface PanelProps {
  /** Number of the step on an image's way. */
  step: number;
  title: string;
  /** Shown instead of the content until there is some. */
  empty: string;
  isOpen?: boolean;
  children?: ReactNode;
}

/** One step of an image's way, folded or open. */
export function Panel({ step, title, empty, isOpen = false, children }: PanelProps): ReactElement {
  return (
    <details className="pg-panel" open={isOpen}>
      <summary>
        <span className="pg-step">{step}</span>
        {title}
      </summary>
      <div className="pg-panel-body">{children ?? <p className="pg-empty">{empty}</p>}</div>
    </details>
  );
}
