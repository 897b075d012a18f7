import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { ModalDialog } from '../components/styled/adding/ModalDialog.js';
import { KitRoot } from '../components/styled/chat/KitRoot.js';
import { useWords } from '../components/words/WordsProvider.js';
import { usePdfWords } from './use-pdf-words.js';
import { button, narrow } from './WaitDialog.js';

export interface PasswordDialogProps {
  title: string;
  /** Whether the password before was wrong. */
  isWrong: boolean;
  onOpen: (password: string) => void;
  onCancel: () => void;
}

/** Asks for the password of a PDF. */
export function PasswordDialog(props: PasswordDialogProps): ReactElement {
  const { title, isWrong, onOpen, onCancel } = props;
  const { cancel } = useWords();
  const words = usePdfWords();
  const [password, setPassword] = useState('');
  const id = useId();
  const isBad = isWrong && password === '';

  const open = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (password !== '') onOpen(password);
  };
  return (
    <KitRoot>
      <ModalDialog label={title} onClose={onCancel} className={narrow}>
        <form onSubmit={open}>
          <p className="ik:text-md ik:font-semibold ik:wrap-anywhere">{title}</p>
          <label htmlFor={id} className="ik:mt-3 ik:block ik:text-sm ik:font-medium">
            {words.password}
          </label>
          <input
            id={id}
            type="password"
            autoComplete="off"
            enterKeyHint="go"
            dir="ltr"
            data-autofocus=""
            value={password}
            aria-invalid={isBad}
            aria-describedby={`${id}-told`}
            onChange={(event) => setPassword(event.target.value)}
            className="ik:mt-1.5 ik:h-10 ik:w-full ik:rounded-sm ik:border ik:border-line-strong ik:bg-transparent ik:px-3 ik:text-md ik:text-ink ik:placeholder:text-ink-3 ik:aria-invalid:border-bad ik:pointer-coarse:h-11 ik:[font-family:inherit] ik:pointer-coarse:text-[max(1rem,16px)]"
          />
          <p
            id={`${id}-told`}
            aria-live="polite"
            data-bad={isBad ? '' : undefined}
            className="ik:mt-1.5 ik:min-h-10 ik:text-sm ik:wrap-anywhere ik:text-ink-2 ik:data-bad:text-bad"
          >
            {isBad ? words.wrongPassword : words.passwordHint}
          </p>
          <div className="ik:mt-3 ik:flex ik:flex-wrap ik:justify-end ik:gap-2">
            <button type="button" onClick={onCancel} className={`${button} ik:hover:bg-sunken`}>
              {cancel}
            </button>
            <button
              type="submit"
              disabled={password === ''}
              className={`${button} ik:bg-accent ik:text-accent-ink ik:disabled:opacity-35 ik:forced-colors:border`}
            >
              {words.open}
            </button>
          </div>
        </form>
      </ModalDialog>
    </KitRoot>
  );
}
