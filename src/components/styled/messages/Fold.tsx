import { ChevronRight } from 'lucide-react';
import { type ReactElement, type ReactNode, type Ref, useState } from 'react';

export interface FoldProps {
  /** Value of `data-ick-part`. */
  name: string;
  state: string;
  title: ReactNode;
  /** Without content there is nothing to expand. */
  children?: ReactNode;
  rootRef?: Ref<HTMLElement>;
}

/** Collapsed content is rendered once it is expanded: it can be long. */
export function Fold({ name, state, title, children, rootRef }: FoldProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  if (!children) {
    return (
      <p
        ref={rootRef as Ref<HTMLParagraphElement>}
        data-ick-part={name}
        data-state={state}
        className="ik:py-1 ik:text-sm ik:text-ink-2"
      >
        {title}
      </p>
    );
  }
  return (
    <details
      ref={rootRef as Ref<HTMLDetailsElement>}
      data-ick-part={name}
      data-state={state}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      className="ik:group/fold ik:w-full ik:min-w-0"
    >
      <summary className="ik:-ms-1.5 ik:flex ik:w-fit ik:max-w-[calc(100%+0.375rem)] ik:min-h-8 ik:cursor-pointer ik:list-none ik:items-center ik:gap-1 ik:rounded-sm ik:px-1.5 ik:py-1 ik:text-sm ik:leading-6 ik:text-ink-2 ik:hover:bg-sunken ik:[&::-webkit-details-marker]:hidden">
        <span className="ik:min-w-0">{title}</span>
        <ChevronRight
          aria-hidden
          className="ik:size-4 ik:flex-none ik:text-ink-3 ik:transition-transform ik:duration-150 ik:rtl:-scale-x-100 ik:group-[[open]]/fold:rotate-90"
          strokeWidth={1.75}
        />
      </summary>
      {isOpen && (
        <div className="ik:mt-2 ik:mb-2 ik:border-s-2 ik:border-line ik:ps-3 ik:text-sm ik:text-ink-2">
          {children}
        </div>
      )}
    </details>
  );
}
