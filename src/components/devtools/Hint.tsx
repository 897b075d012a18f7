import type { ReactElement } from 'react';

/** What will stand here. */
export function Hint({ children }: { children: string }): ReactElement {
  return <p className="ik:m-0 ik:text-xs ik:text-ink-2">{children}</p>;
}
