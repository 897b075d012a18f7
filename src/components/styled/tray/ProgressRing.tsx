import type { ReactElement } from 'react';

/** A ring that fills with `--ick-progress`, 0 to 1. */
export function ProgressRing(): ReactElement {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden
      className="ik:size-8 ik:-rotate-90 ik:fill-none ik:stroke-current"
      strokeWidth={2.5}
    >
      <circle cx="12" cy="12" r="9" className="ik:opacity-35" />
      <circle
        cx="12"
        cy="12"
        r="9"
        pathLength={1}
        style={{
          strokeDasharray: 1,
          strokeDashoffset: 'calc(1 - max(var(--ick-progress), 0.08))',
        }}
        className="ik:transition-[stroke-dashoffset] ik:duration-200"
      />
    </svg>
  );
}
