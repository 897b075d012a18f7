import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from 'react';
import { useModal } from '../../shared/use-modal.js';

export interface ModalDialogProps {
  label: string;
  onClose: () => void;
  /** Whether a press outside closes it. Off while something would be lost. @defaultValue true */
  closesOnPressOutside?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * A dialog over the page. The element with `data-autofocus` gets the focus; Escape and a press outside close it, and
 * the focus is restored.
 */
export function ModalDialog(props: ModalDialogProps): ReactElement {
  const { label, onClose, closesOnPressOutside = true, className = '', children } = props;
  const dialog = useRef<HTMLDialogElement>(null);

  useModal(dialog, () => {
    // React focused an element that could not take the focus yet.
    dialog.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    // It is inside of a composer, which must not handle keys pressed here.
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
      onClick={(event) => {
        if (closesOnPressOutside && event.target === event.currentTarget) onClose();
      }}
      className={`ik:m-auto ik:max-h-dvh ik:max-w-dvw ik:overflow-hidden ik:rounded-lg ik:border-0 ik:shadow-card ik:forced-colors:border ik:backdrop:bg-[#111110]/50 ${className}`}
    >
      {children}
    </dialog>
  );
}
