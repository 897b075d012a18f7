import {
  type ComponentType,
  createElement,
  type ReactElement,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { KitError } from '../../errors.js';
import type { LazyPart } from '../../internal/lazy-part.js';
import { useWords } from '../words-context.js';

export interface LazyDialogProps<Props> {
  part: LazyPart<ComponentType<Props>>;
  onClose: () => void;
  props: Props;
}

const nothing = () => undefined;

/** A dialog whose code comes when it is first opened. Where it does not come, it says so without code of its own. */
export function LazyDialog<Props extends object>(
  dialog: LazyDialogProps<Props>,
): ReactElement | null {
  const { part, onClose, props } = dialog;
  const words = useWords();
  const Dialog = useSyncExternalStore(part.subscribe, part.current, nothing);
  const [error, setError] = useState<KitError>();
  useEffect(() => {
    let isWanted = true;
    part.load().catch((reason: KitError) => isWanted && setError(reason));
    return () => {
      isWanted = false;
    };
  }, [part]);

  if (Dialog) return createElement(Dialog, props);
  if (!error) return null;
  return (
    <div
      data-ick-part="notice"
      data-tone="bad"
      className="ik:fixed ik:inset-x-4 ik:bottom-4 ik:z-10 ik:mx-auto ik:flex ik:max-w-chat ik:flex-wrap ik:items-center ik:gap-x-3 ik:rounded-md ik:bg-bad-soft ik:px-2.5 ik:py-1.5 ik:text-sm ik:text-bad ik:forced-colors:border"
    >
      <p role="alert" className="ik:min-w-0 ik:flex-[1_1_14rem]">
        {words.error(error)}
      </p>
      <button
        type="button"
        onClick={onClose}
        className="ik:min-h-8 ik:font-semibold ik:underline ik:underline-offset-2"
      >
        {words.dismiss}
      </button>
    </div>
  );
}
