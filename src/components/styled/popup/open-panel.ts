import { closeModal, openModal } from '../../shared/modal-state.js';

/**
 * Opens the panel, with the dialogs that were open in it when it was closed. Returns how to close it: a modal dialog that
 * stayed open in a hidden panel would keep the whole page out of reach.
 */
export function openPanel(
  panel: HTMLDialogElement,
  isModal: boolean,
  inner: Set<HTMLDialogElement>,
): () => void {
  if (isModal) openModal(panel);
  else if (typeof panel.show === 'function') panel.show();
  else panel.setAttribute('open', '');
  for (const dialog of inner) if (dialog.isConnected) openModal(dialog);
  inner.clear();
  return () => {
    for (const dialog of panel.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
      inner.add(dialog);
      closeModal(dialog);
    }
    closeModal(panel);
  };
}
