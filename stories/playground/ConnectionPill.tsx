import { ChevronDown } from 'lucide-react';
import { useEffect, useId, type ReactElement, type ReactNode, type RefObject } from 'react';
import { isKeyMissing, type ConnectionForm } from './connections.js';

export interface ConnectionPillProps {
  form: ConnectionForm;
  /** How often something was to be sent without a key. Each time, the connection opens with the focus on the key. */
  keyAsks: number;
  popover: RefObject<HTMLDivElement | null>;
  /** The connection and its settings. */
  children: ReactNode;
}

/** Which model answers, on a button that opens the connection. */
export function ConnectionPill(props: ConnectionPillProps): ReactElement {
  const { form, keyAsks, popover, children } = props;
  const id = useId();
  useEffect(() => {
    const shown = popover.current;
    if (keyAsks === 0 || !shown) return;
    if (!shown.matches(':popover-open')) shown.showPopover();
    shown.querySelector<HTMLInputElement>('[data-ick-part="key-form"] input')?.focus();
  }, [keyAsks, popover]);
  return (
    <>
      <button type="button" className="pg-pill" popoverTarget={id}>
        <span className="pg-visually-hidden">Connection: </span>
        <strong>{form.choice.label}</strong>
        {isKeyMissing(form) ? (
          <span className="pg-pill-key">Add key</span>
        ) : (
          <span className="pg-pill-model">{form.model}</span>
        )}
        <ChevronDown size={14} aria-hidden />
      </button>
      <div ref={popover} id={id} popover="auto" className="pg-popover" aria-label="Connection">
        {children}
      </div>
    </>
  );
}
