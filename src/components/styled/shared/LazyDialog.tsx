import {
  type ComponentType,
  createElement,
  type ReactElement,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { KitError } from '../../../errors.js';
import type { LazyModule } from '../../../internal/lazy-module.js';
import { useWords } from '../../words/WordsProvider.js';
import { overPage, PlainNotice } from './PlainNotice.js';

export interface LazyDialogProps<Module, Props> {
  module: LazyModule<Module>;
  choose: (loaded: Module) => ComponentType<Props>;
  onClose: () => void;
  props: Props;
}

const nothing = () => undefined;

/**
 * A dialog whose code loads when it is first opened. If that fails, a notice says so, which needs no further
 * code.
 */
export function LazyDialog<Module, Props extends object>(
  dialog: LazyDialogProps<Module, Props>,
): ReactElement | null {
  const { module, choose, onClose, props } = dialog;
  const words = useWords();
  const loaded = useSyncExternalStore(module.subscribe, module.current, nothing);
  const [error, setError] = useState<KitError>();
  useEffect(() => {
    let isWanted = true;
    module.load().catch((reason: KitError) => isWanted && setError(reason));
    return () => {
      isWanted = false;
    };
  }, [module]);

  if (loaded) return createElement(choose(loaded), props);
  if (!error) return null;
  return (
    <PlainNotice className={overPage} actions={[{ label: words.dismiss, onPress: onClose }]}>
      {words.error(error)}
    </PlainNotice>
  );
}
