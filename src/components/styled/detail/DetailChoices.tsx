import { Check } from 'lucide-react';
import type { ReactElement, RefObject } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { Menu } from '../adding/Menu.js';
import { choiceName } from './choice-name.js';
import type { OfferedDetail } from './offered-details.js';

export interface DetailChoicesProps {
  /** Name for screen readers. */
  label: string;
  choices: readonly OfferedDetail[];
  used: ImageDetail | undefined;
  anchor: RefObject<HTMLElement | null>;
  onUse: (detail: ImageDetail) => void;
  onClose: () => void;
}

/** The menu of `DetailMenu`: each choice with its size and price. */
export function DetailChoices(props: DetailChoicesProps): ReactElement {
  const { label, choices, used, anchor, onUse, onClose } = props;
  const words = useWords();
  return (
    <Menu
      label={label}
      part="detail-choices"
      anchor={anchor}
      onClose={onClose}
      items={choices.map((choice) => {
        const { detail, tokens, sizes } = choice;
        const isUsed = detail === used;
        const [size] = sizes.length === 1 ? sizes : [];
        const facts = [
          size && words.pixels(size.width, size.height),
          tokens !== undefined && words.tokens(tokens),
        ].filter(Boolean);
        return {
          icon: isUsed ? Check : undefined,
          isChecked: isUsed,
          label: choiceName(choice, words),
          ...(facts.length > 0 && { note: facts.join(' · ') }),
          onPress: () => {
            if (!isUsed) onUse(detail);
          },
        };
      })}
    />
  );
}
