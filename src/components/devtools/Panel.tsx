import { ChevronDown } from 'lucide-react';
import { createContext, type ReactElement, type ReactNode, useContext, useState } from 'react';
import type { Traces } from '../../react/devtools/traces.js';

export interface PanelProps {
  /** Number of the step on an image's way. */
  step: number;
  title: string;
  /** Whether it is open at first. @defaultValue false */
  isOpen?: boolean;
  children: ReactNode;
}

/** Which panels are open, by title. */
export const PanelsContext = createContext(new Map<string, boolean>());

const openPanels = new WeakMap<Traces, Map<string, boolean>>();

/** Returns which panels of a chat are open: known for longer than they are shown. */
export function openPanelsOf(traces: Traces): Map<string, boolean> {
  const panels = openPanels.get(traces) ?? new Map<string, boolean>();
  openPanels.set(traces, panels);
  return panels;
}

/** One step of an image's way. Its content is rendered while it is open. */
export function Panel({
  step,
  title,
  isOpen: startsOpen = false,
  children,
}: PanelProps): ReactElement {
  const panels = useContext(PanelsContext);
  const [isOpen, setIsOpen] = useState(panels.get(title) ?? startsOpen);
  return (
    <details
      className="ik:rounded-lg ik:border ik:border-line ik:bg-surface"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        panels.set(title, currentTarget.open);
        setIsOpen(currentTarget.open);
      }}
    >
      <summary className="ik:flex ik:min-h-10 ik:cursor-pointer ik:items-center ik:gap-2 ik:rounded-lg ik:px-3 ik:text-sm ik:font-medium ik:select-none">
        <span className="ik:grid ik:size-5 ik:flex-none ik:place-items-center ik:rounded-full ik:bg-sunken ik:text-xs ik:text-ink-2 ik:tabular-nums ik:forced-colors:text-[CanvasText]">
          {step}
        </span>
        <span className="ik:flex-1">{title}</span>
        <ChevronDown
          className={`ik:size-4 ik:text-ink-2 ${isOpen ? 'ik:rotate-180' : ''}`}
          aria-hidden
        />
      </summary>
      {isOpen && (
        <div className="ik:grid ik:grid-cols-[minmax(0,1fr)] ik:gap-2.5 ik:px-3 ik:pt-2 ik:pb-4">
          {children}
        </div>
      )}
    </details>
  );
}
