import type { ReactElement, ReactNode } from 'react';

export interface FactsProps {
  rows: readonly (readonly [name: string, value: ReactNode])[];
  /** Lines of each value, or of those that are named. @defaultValue as many as it needs */
  lines?: (name: string) => number | undefined;
}

/** Names and values. */
export function Facts({ rows, lines }: FactsProps): ReactElement {
  return (
    <dl className="ik:m-0 ik:grid ik:grid-cols-[minmax(0,1fr)] ik:gap-1 ik:text-xs">
      {rows.map(([name, value]) => (
        <div
          key={name}
          className="ik:grid ik:gap-2"
          style={{ gridTemplateColumns: '7.5em minmax(0, 1fr)' }}
        >
          <dt className="ik:text-ink-2">{name}</dt>
          <Value lines={lines?.(name)}>{value}</Value>
        </div>
      ))}
    </dl>
  );
}

function Value({ lines, children }: { lines: number | undefined; children: ReactNode }) {
  if (lines === 1) return <dd className="ik:m-0 ik:truncate">{children}</dd>;
  return (
    <dd
      className="ik:m-0 ik:overflow-hidden ik:wrap-anywhere"
      {...(lines !== undefined && { style: { height: `${lines}lh` } })}
    >
      {children}
    </dd>
  );
}
