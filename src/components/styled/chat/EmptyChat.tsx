import { Images } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../../words/WordsProvider.js';

export interface EmptyChatProps {
  className?: string;
  children?: ReactNode;
}

/**
 * An empty conversation with an invitation, shorter if there is little room. Children are placed below: sample images,
 * for instance.
 */
export function EmptyChat({ className = '', children }: EmptyChatProps): ReactElement {
  const words = useWords();
  return (
    <div
      data-ick-part="empty-chat"
      className={`ik:grid ik:justify-items-center ik:gap-2 ik:px-4 ik:py-4 ik:lowest:py-0 ik:text-center ${className}`}
    >
      <span className="ik:low:hidden ik:mb-2 ik:grid ik:size-12 ik:place-items-center ik:rounded-full ik:bg-accent-soft ik:text-accent">
        <Images className="ik:size-6" strokeWidth={1.5} />
      </span>
      <p className="ik:lowest:hidden ik:text-lg ik:font-semibold">{words.emptyTitle}</p>
      <p className="ik:lower:hidden ik:max-w-100 ik:text-sm ik:text-balance ik:text-ink-2">
        {words.emptyHint}
      </p>
      {children}
    </div>
  );
}
