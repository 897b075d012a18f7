import { Check, ChevronUp } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import type { DetailChoice } from '../../../queue/detail-choices.js';
import { capitalized } from '../../words/capitalized.js';
import type { Words } from '../../words/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { Menu } from '../adding/Menu.js';
import { distinctChoices } from './distinct-choices.js';

export interface DetailMenuProps {
  /** All details that the model has for the image. */
  choices: readonly DetailChoice[];
  /** The detail the image is sent with. */
  used: ImageDetail;
  onUse: (detail: ImageDetail) => void;
}

/** How closely the model looks, and the price of it. Offers each different result once. */
export function DetailMenu({ choices, used, onUse }: DetailMenuProps): ReactElement | null {
  const words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const distinct = distinctChoices(choices, used);
  const current = distinct.find(({ detail }) => detail === used);
  if (!current) return null;
  const price = words.tokens(current.tokens);
  if (distinct.length === 1) return <span className="ik:px-1 ik:tabular-nums">{price}</span>;
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-ick-part="lightbox-detail"
        onClick={() => setIsOpen(!isOpen)}
        className="ik:group ik:flex ik:min-h-9 ik:flex-none ik:items-center ik:gap-1.5 ik:rounded-full ik:bg-white/12 ik:px-3.5 ik:text-xs ik:font-medium ik:whitespace-nowrap ik:text-white ik:tabular-nums ik:hover:bg-white/20 ik:forced-colors:border"
      >
        <span className="ik:sr-only">{words.detailLegend}: </span>
        {[nameOf(current, distinct, words), price].join(' · ')}
        <ChevronUp
          className="ik:size-3.5 ik:transition-transform ik:duration-150 ik:group-aria-expanded:rotate-180"
          strokeWidth={2}
          aria-hidden
        />
      </button>
      {isOpen && (
        <Menu
          label={words.detailLegend}
          part="detail-choices"
          anchor={button}
          onClose={() => setIsOpen(false)}
          items={distinct.map((choice) => ({
            icon: choice === current ? Check : undefined,
            isChecked: choice === current,
            label: nameOf(choice, distinct, words),
            note: [words.pixels(choice.width, choice.height), words.tokens(choice.tokens)].join(
              ' · ',
            ),
            onPress: () => {
              if (choice !== current) onUse(choice.detail);
            },
          }))}
        />
      )}
    </>
  );
}

/** Returns the name of what is sent. `auto` is named only if that detail is offered as well, at another price. */
function nameOf(choice: DetailChoice, among: readonly DetailChoice[], words: Words): string {
  const { detail, sentAs } = choice;
  const isNamedTwice = among.some((other) => other !== choice && other.detail === sentAs);
  const name = isNamedTwice ? words.detailSentAs(detail, sentAs) : words.detail(sentAs);
  return capitalized(name, words.locale);
}
