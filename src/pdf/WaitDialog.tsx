import type { ReactElement } from 'react';
import { ModalDialog } from '../components/styled/adding/ModalDialog.js';
import { KitRoot } from '../components/styled/chat/KitRoot.js';
import { useWords } from '../components/words/WordsProvider.js';

export interface WaitDialogProps {
  title: string;
  onCancel: () => void;
  /** What is awaited. */
  children: string;
}

/** Says what is awaited, with a button that cancels it. */
export function WaitDialog({ title, onCancel, children }: WaitDialogProps): ReactElement {
  const { cancel } = useWords();
  return (
    <KitRoot>
      <ModalDialog label={title} onClose={onCancel} className={narrow}>
        <p className="ik:text-md ik:font-semibold ik:wrap-anywhere">{title}</p>
        <p aria-live="polite" className="ik:mt-1.5 ik:text-sm ik:text-ink-2">
          {children}
        </p>
        <div className="ik:mt-3 ik:flex ik:flex-wrap ik:justify-end ik:gap-2">
          <button
            type="button"
            data-autofocus=""
            onClick={onCancel}
            className={`${button} ik:hover:bg-sunken`}
          >
            {cancel}
          </button>
        </div>
      </ModalDialog>
    </KitRoot>
  );
}

export const narrow = 'ik:w-[min(calc(100dvw-2rem),28rem)] ik:bg-surface ik:p-5 ik:text-ink';

export const button =
  'ik:h-9 ik:rounded-full ik:px-3.5 ik:text-sm ik:font-medium ik:transition-colors ik:duration-150 ik:pointer-coarse:h-11';
