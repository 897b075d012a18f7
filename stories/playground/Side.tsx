import { X } from 'lucide-react';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { IconButton } from '../../src/index.js';

export interface SideProps {
  id: string;
  title: string;
  /** Lies over the chat, where there is no room beside it. */
  isOver: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** What stands at a side of the chat: beside it in a wide window, otherwise in a drawer over it. */
export function Side({ id, title, isOver, onClose, children }: SideProps): ReactElement {
  const content = (
    <>
      <header className="pg-side-head">
        <h2>{title}</h2>
        <IconButton icon={X} label={`Close ${title}`} onClick={onClose} />
      </header>
      <div className="pg-side-body">{children}</div>
    </>
  );
  return isOver ? (
    <Drawer id={id} title={title} onClose={onClose}>
      {content}
    </Drawer>
  ) : (
    <aside id={id} className="pg-side" aria-label={title}>
      {content}
    </aside>
  );
}

function Drawer({ id, title, onClose, children }: Omit<SideProps, 'isOver'>): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a press beside the drawer closes it, as Escape does
    <dialog
      ref={dialog}
      id={id}
      className="pg-side"
      aria-label={title}
      onClose={onClose}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
