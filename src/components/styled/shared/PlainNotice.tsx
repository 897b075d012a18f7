import type { ReactElement, ReactNode } from 'react';
import type { NoticeAction } from './Notice.js';

export interface PlainNoticeProps {
  actions?: readonly NoticeAction[];
  className?: string;
  children: ReactNode;
}

/**
 * A failure as plain text. Replaces a part whose code is still loading, or cannot be loaded: mostly for the same reason
 * as the failure.
 */
export function PlainNotice({
  actions = [],
  className = '',
  children,
}: PlainNoticeProps): ReactElement {
  return (
    <div
      data-ick-part="notice"
      data-tone="bad"
      className={`ik:flex ik:flex-wrap ik:items-center ik:gap-x-3 ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:px-2.5 ik:py-1.5 ik:text-sm ${className}`}
    >
      <p role="alert" className="ik:min-w-0 ik:flex-[1_1_14rem] ik:wrap-anywhere">
        {children}
      </p>
      {actions.map(({ label, onPress }) => (
        <button
          key={label}
          type="button"
          onClick={onPress}
          className="ik:min-h-8 ik:font-medium ik:text-accent ik:hover:underline ik:hover:underline-offset-2"
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** Position of a notice over the page. */
export const overPage = 'ik:fixed ik:inset-x-4 ik:bottom-4 ik:z-10 ik:mx-auto ik:max-w-chat';
