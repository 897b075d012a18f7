import { createContext, useContext, type ReactElement, type ReactNode } from 'react';

export interface PanelProps {
  /** Number of the step on an image's way. */
  step: number;
  title: string;
  /** Whether it is open at first. @defaultValue false */
  isOpen?: boolean;
  children: ReactNode;
}

/** Which panels are open, by title: known longer than the panels are shown. */
export const PanelsContext = createContext(new Map<string, boolean>());

/** One step of an image's way, folded or open. */
export function Panel({ step, title, isOpen = false, children }: PanelProps): ReactElement {
  const panels = useContext(PanelsContext);
  return (
    <details
      className="pg-panel"
      open={panels.get(title) ?? isOpen}
      onToggle={({ currentTarget }) => panels.set(title, currentTarget.open)}
    >
      <summary>
        <span className="pg-step">{step}</span>
        {title}
      </summary>
      <div className="pg-panel-body">{children}</div>
    </details>
  );
}
