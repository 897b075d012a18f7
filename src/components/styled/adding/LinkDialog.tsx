import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { useImageLink } from '../../../react/use-image-link.js';
import type { UseIntakeOptions } from '../../../react/intake-types.js';
import type { IntakeRejection } from '../../../intake/rejection.js';
import type { Problem } from '../../../messages/types.js';
import { useComposer } from '../../parts/composer/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { ModalDialog } from './ModalDialog.js';
import { useAddingWords } from './use-adding-words.js';

export interface LinkDialogProps {
  intake: UseIntakeOptions;
  onClose: () => void;
}

/** A field for the address of an image. The text stays until the image has arrived. */
export function LinkDialog({ intake, onClose }: LinkDialogProps): ReactElement {
  const { cancel, rejection: wordRejection, sendLink } = useWords();
  const { queue, message } = useComposer('LinkDialog').composer;
  const words = useAddingWords();
  const { add, isLoading } = useImageLink(intake);
  const [address, setAddress] = useState('');
  const [rejection, setRejection] = useState<IntakeRejection>();
  const id = useId();
  const link = rejection?.url;
  const checkLink = message?.checkLink;
  const canSendLink = link !== undefined && checkLink !== undefined && !isError(checkLink(link));

  const submit = async (): Promise<void> => {
    if (address.trim() === '' || isLoading) return;
    setRejection(undefined);
    const reason = await add(address);
    if (reason) setRejection(reason);
    else onClose();
  };
  const addLink = (): void => {
    if (link === undefined) return;
    queue.addLink(link);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // The field is inside of the composer's form, which must not be submitted.
    event.preventDefault();
    void submit();
  };
  return (
    <ModalDialog
      label={words.link}
      onClose={onClose}
      className="ik:w-[min(calc(100dvw-2rem),28rem)] ik:bg-surface ik:p-5 ik:text-ink"
    >
      <h2 className="ik:m-0 ik:mb-3 ik:text-md ik:font-semibold">{words.link}</h2>
      <label htmlFor={id} className="ik:text-sm ik:font-medium">
        {words.linkAddress}
      </label>
      <input
        id={id}
        type="url"
        inputMode="url"
        enterKeyHint="go"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        data-autofocus=""
        placeholder="https://"
        value={address}
        aria-invalid={rejection !== undefined}
        aria-describedby={`${id}-told`}
        onChange={(event) => {
          setAddress(event.target.value);
          setRejection(undefined);
        }}
        onKeyDown={onKeyDown}
        className="ik:mt-1.5 ik:h-10 ik:w-full ik:rounded-sm ik:border ik:border-line-strong ik:bg-transparent ik:px-3 ik:text-md ik:text-ink ik:placeholder:text-ink-3 ik:-outline-offset-1 ik:aria-invalid:border-bad ik:pointer-coarse:h-11 ik:[font-family:inherit] ik:pointer-coarse:text-[max(1rem,16px)]"
      />
      <p
        id={`${id}-told`}
        aria-live="polite"
        data-bad={rejection ? '' : undefined}
        className="ik:mt-1.5 ik:min-h-10 ik:text-sm ik:wrap-anywhere ik:text-ink-2 ik:data-bad:text-bad"
      >
        {isLoading ? words.linkLoading : rejection ? wordRejection(rejection) : words.linkHint}
      </p>
      <p aria-live="polite" className="ik:text-sm ik:wrap-anywhere ik:text-ink-2">
        {canSendLink && words.linkInstead}
      </p>
      <div className="ik:mt-3 ik:flex ik:flex-wrap ik:justify-end ik:gap-2">
        <button type="button" onClick={onClose} className={`${button} ik:hover:bg-sunken`}>
          {cancel}
        </button>
        {canSendLink && (
          <button
            type="button"
            onClick={addLink}
            className={`${button} ik:border ik:border-line-strong ik:hover:bg-sunken`}
          >
            {sendLink}
          </button>
        )}
        <button
          type="button"
          disabled={address.trim() === '' || isLoading}
          onClick={() => void submit()}
          className={`${button} ik:bg-accent ik:text-accent-ink ik:disabled:opacity-35 ik:forced-colors:border`}
        >
          {words.addLink}
        </button>
      </div>
    </ModalDialog>
  );
}

const isError = (problem: Problem | undefined): boolean => problem?.severity === 'error';

const button =
  'ik:h-9 ik:rounded-full ik:px-3.5 ik:text-sm ik:font-medium ik:transition-colors ik:duration-150 ik:pointer-coarse:h-11';
