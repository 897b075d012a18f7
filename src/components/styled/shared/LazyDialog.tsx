import {
  type ComponentType,
  createElement,
  type ReactElement,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { KitError } from '../../../errors.js';
import type { LazyPart } from '../../../internal/lazy-part.js';
import { useWords } from '../../words/WordsProvider.js';
import { overPage, PlainNotice } from './PlainNotice.js';

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
    <PlainNotice className={overPage} actions={[{ label: words.dismiss, onPress: onClose }]}>
      {words.error(error)}
    </PlainNotice>
  );
}
