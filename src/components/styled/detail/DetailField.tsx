import { ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { choiceName } from './choice-name.js';
import { DetailMenu, type DetailMenuProps } from './DetailMenu.js';

export interface DetailFieldProps extends Pick<
  DetailMenuProps,
  'choices' | 'used' | 'onUse' | 'part' | 'tabIndex'
> {
  /** What is seen in front of the button. */
  legend: string;
  /** Name of the button. @defaultValue the legend */
  label?: string;
}

/** The detail in use and its price in a panel, as a menu of the others. Renders nothing if there is no other. */
export function DetailField(props: DetailFieldProps): ReactElement | null {
  const { legend, label = legend, ...menu } = props;
  const { choices, used } = menu;
  const words = useWords();
  if (choices.length < 2) return null;
  const current = choices.find(({ detail }) => detail === used);
  return (
    <div className="ik:flex ik:items-center ik:justify-between ik:gap-3 ik:text-xs">
      <span aria-hidden className="ik:text-ink-2">
        {legend}
      </span>
      <DetailMenu
        {...menu}
        label={label}
        className="ik:flex ik:min-h-8 ik:min-w-0 ik:items-center ik:gap-1.5 ik:rounded-sm ik:bg-sunken ik:px-2 ik:text-ink ik:tabular-nums ik:pointer-coarse:min-h-11 ik:forced-colors:border"
      >
        <span className="ik:truncate">
          {current
            ? [
                choiceName(current, words),
                ...(current.tokens === undefined ? [] : [words.tokens(current.tokens)]),
              ].join(' · ')
            : words.mixedDetails}
        </span>
        <ChevronDown className="ik:size-3" strokeWidth={2} aria-hidden />
      </DetailMenu>
    </div>
  );
}
