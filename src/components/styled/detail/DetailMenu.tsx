import { type KeyboardEvent, type ReactElement, type ReactNode, useRef, useState } from 'react';
import { createLazyModule } from '../../../internal/lazy-module.js';
import type { ImageDetail } from '../../../models/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { lazyComponent } from '../shared/lazy-component.js';
import { overPage, PlainNotice } from '../shared/PlainNotice.js';
import type { OfferedDetail } from './offered-details.js';

const choicesModule = createLazyModule(() => import('./DetailChoices.js'));
const DetailChoices = lazyComponent(choicesModule, (loaded) => loaded.DetailChoices);

export interface DetailMenuProps {
  /** What is chosen, for screen readers: it precedes the content of the button in its name. */
  label: string;
  /** The choices, each of another result. */
  choices: readonly OfferedDetail[];
  /** The detail that is in use. `undefined` if images differ in it. */
  used: ImageDetail | undefined;
  onUse: (detail: ImageDetail) => void;
  /** Content of the button. */
  children: ReactNode;
  /** Value of `data-ick-part` of the element around the button and its menu. */
  part: string;
  tooltip?: string | undefined;
  tabIndex?: number;
  className?: string;
}

/**
 * A button that opens the menu of details: how closely the model looks, and the price of it. The code of the menu loads
 * when the button is about to be pressed.
 */
export function DetailMenu(props: DetailMenuProps): ReactElement {
  const { label, choices, used, onUse, children, part, tooltip, tabIndex, className } = props;
  const words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => setIsOpen(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    setIsOpen(true);
  };
  return (
    <span data-ick-part={part} className="ik:flex ik:min-w-0">
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        tabIndex={tabIndex}
        data-ick-tooltip={tooltip}
        onPointerEnter={choicesModule.preload}
        onFocus={choicesModule.preload}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={onKeyDown}
        className={className}
      >
        <span className="ik:sr-only">{label}: </span>
        {children}
      </button>
      {isOpen && (
        <DetailChoices
          label={label}
          choices={choices}
          used={used}
          anchor={button}
          onUse={onUse}
          onClose={close}
          renderFailure={(error) => (
            <PlainNotice className={overPage} actions={[{ label: words.dismiss, onPress: close }]}>
              {words.error(error)}
            </PlainNotice>
          )}
        />
      )}
    </span>
  );
}
