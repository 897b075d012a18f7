import type { ReactElement, ReactNode } from 'react';

export interface ProgressBarProps {
  value: number;
  max: number;
  /** Label above the bar. */
  label: string;
  /** Content next to the label. */
  children?: ReactNode;
}

export function ProgressBar({ value, max, label, children }: ProgressBarProps): ReactElement {
  return (
    <div className="ik:grid ik:gap-2">
      <div className="ik:flex ik:min-h-9 ik:flex-wrap ik:items-center ik:justify-between ik:gap-2 ik:text-sm ik:tabular-nums">
        <span className="ik:font-medium">{label}</span>
        {children}
      </div>
      <progress aria-label={label} value={value} max={Math.max(max, 1)} className={bar} />
    </div>
  );
}

const bar =
  'ik:h-1.5 ik:w-full ik:appearance-none ik:overflow-hidden ik:rounded-full ik:border-0 ik:bg-sunken ik:forced-colors:forced-color-adjust-none ik:[&::-moz-progress-bar]:bg-accent ik:[&::-webkit-progress-bar]:bg-sunken ik:[&::-webkit-progress-value]:bg-accent';
