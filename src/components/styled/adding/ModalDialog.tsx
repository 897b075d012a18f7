import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from 'react';
import { useModal } from '../../shared/use-modal.js';

export interface ModalDialogProps {
  label: string;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}

/**
 * A dialog over the page. What has `data-autofocus` in it gets the focus; Escape and a press beside it close it, and the focus
 * goes back where it was.
 */
export function ModalDialog(props: ModalDialogProps): ReactElement {
  const { label, onClose, className = '', children } = props;
  const dialog = useRef<HTMLDialogElement>(null);

  useModal(dialog, () => {
    // What React gave the focus before could not have it.
    dialog.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    // It stands inside of a composer, which is not meant by any key pressed here.
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- scripts and tests of apps look for [role=dialog]
      role="dialog"
      aria-label={label}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={`ik:m-auto ik:max-h-dvh ik:max-w-dvw ik:overflow-hidden ik:rounded-lg ik:border-0 ik:shadow-card ik:forced-colors:border ik:backdrop:bg-[#111110]/50 ${className}`}
    >
      {children}
    </dialog>
  );
}
