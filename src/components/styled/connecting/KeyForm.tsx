import { Check, Eye, EyeOff } from 'lucide-react';
import {
  type FormEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { KitError } from '../../../errors.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { KitRoot } from '../chat/KitRoot.js';
import { IconButton } from '../shared/IconButton.js';
import { field, labelText, pressable } from './connecting-styles.js';
import { useConnectingWords } from './use-connecting-words.js';

export interface KeyFormProps {
  /**
   * Whether the app has a key now. The form then says so in place of the field, and offers to replace or remove it. The
   * key itself is never shown.
   */
  hasKey: boolean;
  /**
   * Called with a key that was entered, and checked if there is a `check`; with `undefined` when it is removed. `remember`:
   * the user allowed to store it. The form itself keeps no key.
   */
  onKey: (key: string | undefined, options: { remember: boolean }) => void;
  /**
   * Tries a key with a cheap request, and rejects if the server refuses it:
   * `(key, signal) => listModels({ ...connection, apiKey: () => key }, { signal })`. @defaultValue none: it is not checked
   */
  check?: (key: string, signal: AbortSignal) => Promise<unknown>;
  /** Host that the key is sent to, for the sentence below the field. */
  host?: string;
  /** Offers to remember the key on this device. Storing it is the app's task. @defaultValue false */
  offersToRemember?: boolean;
  /** Replaces the sentence below the field. */
  hint?: ReactNode;
  /** Label of the field. @defaultValue 'Key' in the language of the words */
  label?: string;
  /** How a key begins, such as `sk-…`. */
  placeholder?: string;
  className?: string;
}

/** A form for the user's own key: masked, checked before it is used, and stored nowhere unless the app does. */
export function KeyForm(props: KeyFormProps): ReactElement {
  const { className = '' } = props;
  return (
    <KitRoot className={className}>
      <Form {...props} />
    </KitRoot>
  );
}

/** Why a key was not taken: it cannot be sent in a header, or the server refused it. */
type Failure = 'not-a-key' | KitError;

function Form(props: KeyFormProps): ReactElement {
  const { hasKey, onKey, check, host, offersToRemember = false, hint, label, placeholder } = props;
  const { error: errorWords, cancel } = useWords();
  const words = useConnectingWords();
  const announce = useAnnounce();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const replace = useRef<HTMLButtonElement>(null);
  const [key, setKey] = useState('');
  const [isReplacing, setReplacing] = useState(false);
  const isInUse = hasKey && !isReplacing;
  const [isShown, setIsShown] = useState(false);
  const [remember, setRemember] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [isChecking, setIsChecking] = useState(false);
  const checking = useRef<AbortController>(undefined);
  useEffect(() => () => checking.current?.abort(), []);
  const hasActed = useRef(false);
  useEffect(() => {
    if (!hasActed.current) return;
    hasActed.current = false;
    // What had the focus is gone. An app may have taken it elsewhere.
    const { activeElement, body } = document;
    if (activeElement !== body && !form.current?.contains(activeElement)) return;
    (isInUse ? replace : input).current?.focus();
  }, [isInUse]);

  const change = (next: string): void => {
    checking.current?.abort();
    setIsChecking(false);
    setFailure(undefined);
    setKey(next);
  };
  const leaveField = (): void => {
    hasActed.current = true;
    change('');
    setIsShown(false);
    setReplacing(false);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const entered = key.trim();
    if (entered === '') {
      input.current?.focus();
      return;
    }
    if (!isSendable(entered)) {
      setFailure('not-a-key');
      return;
    }
    checking.current?.abort();
    const controller = new AbortController();
    checking.current = controller;
    setFailure(undefined);
    setIsChecking(check !== undefined);
    const refused = check && (await failureOf(check(entered, controller.signal)));
    if (controller.signal.aborted) return;
    setIsChecking(false);
    if (refused) {
      setFailure(refused);
      return;
    }
    // The page holds the key no longer than it is typed.
    leaveField();
    announce(words.keyInUse);
    onKey(entered, { remember: offersToRemember && remember });
  };

  const failureWords = failure && (failure === 'not-a-key' ? words.notAKey : errorWords(failure));
  return (
    <form
      ref={form}
      data-ick-part="key-form"
      className="ik:grid ik:gap-1.5 ik:text-sm"
      onSubmit={(event) => void submit(event)}
    >
      <label id={`${id}-label`} htmlFor={id} className={labelText}>
        {label ?? words.key}
      </label>
      {isInUse ? (
        <span
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot be a row
          role="group"
          aria-labelledby={`${id}-label`}
          className="ik:flex ik:flex-wrap ik:gap-1.5"
        >
          <span className="ik:flex ik:min-h-9 ik:flex-[1_0_auto] ik:items-center ik:gap-1.5 ik:text-ink ik:pointer-coarse:min-h-11">
            <Check aria-hidden className="ik:size-4 ik:flex-none ik:text-accent" />
            {words.keyInUse}
          </span>
          <button
            ref={replace}
            type="button"
            onClick={() => {
              hasActed.current = true;
              setReplacing(true);
            }}
            className={pressable}
          >
            {words.replaceKey}
          </button>
          <button
            type="button"
            onClick={() => {
              leaveField();
              onKey(undefined, { remember: false });
            }}
            className={pressable}
          >
            {words.removeKey}
          </button>
        </span>
      ) : (
        <span className="ik:flex ik:flex-wrap ik:gap-1.5">
          <span className="ik:relative ik:min-w-0 ik:flex-[1_1_8rem]">
            <input
              ref={input}
              id={id}
              type={isShown ? 'text' : 'password'}
              value={key}
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
              placeholder={placeholder}
              aria-invalid={failure !== undefined}
              aria-describedby={`${id}-hint ${id}-failure`}
              onChange={(event) => change(event.target.value)}
              className={`${field} ik:pe-9`}
            />
            {key !== '' && (
              <IconButton
                icon={isShown ? EyeOff : Eye}
                label={isShown ? words.hideKey : words.showKey}
                className="ik:absolute ik:end-0.5 ik:top-1/2 ik:-translate-y-1/2"
                onClick={() => setIsShown(!isShown)}
              />
            )}
          </span>
          <button
            type="submit"
            disabled={isChecking}
            // It can still be pressed: it shows where the key goes.
            aria-disabled={key.trim() === ''}
            className={pressable}
          >
            {isChecking ? words.checkingKey : words.useKey}
          </button>
          {hasKey && (
            <button type="button" onClick={leaveField} className={pressable}>
              {cancel}
            </button>
          )}
        </span>
      )}
      <p id={`${id}-failure`} role="alert" className="ik:text-xs ik:text-bad ik:empty:hidden">
        {failureWords}
      </p>
      {offersToRemember && !isInUse && (
        <label className="ik:flex ik:items-center ik:gap-2 ik:text-xs">
          <input
            type="checkbox"
            checked={remember}
            onChange={(event) => setRemember(event.target.checked)}
            className="ik:m-0"
          />
          {words.rememberKey}
        </label>
      )}
      <p id={`${id}-hint`} className="ik:text-xs ik:text-ink-2">
        {hint ?? words.keyHint(host, offersToRemember)}
      </p>
    </form>
  );
}

/** Whether a text can be the value of a header, and looks like one word. */
const isSendable = (key: string): boolean => /^[\u0021-\u007e]+$/.test(key);

async function failureOf(check: Promise<unknown>): Promise<KitError | undefined> {
  try {
    await check;
    return undefined;
  } catch (error) {
    if (KitError.is(error)) return error;
    const message = error instanceof Error ? error.message : String(error);
    return new KitError('unreachable', { message, cause: error });
  }
}
