import { ChevronUp } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import type { DetailChoice } from '../../../queue/detail-choices.js';
import { useWords } from '../../words/WordsProvider.js';
import { choiceName } from '../detail/choice-name.js';
import { DetailMenu } from '../detail/DetailMenu.js';
import { distinctChoices } from '../detail/distinct-choices.js';
import { offeredDetails } from '../detail/offered-details.js';

export interface LightboxDetailProps {
  /** All details that the model has for the image. */
  choices: readonly DetailChoice[];
  /** The detail the image is sent with. */
  used: ImageDetail;
  onUse: (detail: ImageDetail) => void;
}

/** The detail of the image that is open, with its price. A menu, if another one has a different result. */
export function LightboxDetail(props: LightboxDetailProps): ReactElement | null {
  const { choices, used, onUse } = props;
  const words = useWords();
  const distinct = distinctChoices(offeredDetails([choices]), used);
  const current = distinct.find(({ detail }) => detail === used);
  if (!current) return null;
  const price = words.tokens(current.tokens ?? 0);
  if (distinct.length === 1) return <span className="ik:px-1 ik:tabular-nums">{price}</span>;
  return (
    <DetailMenu
      part="lightbox-detail"
      label={words.detailLegend}
      choices={distinct}
      used={used}
      onUse={onUse}
      className="ik:group ik:flex ik:min-h-9 ik:flex-none ik:items-center ik:justify-center ik:gap-1.5 ik:rounded-full ik:bg-white/12 ik:px-3.5 ik:max-sm:flex-1 ik:text-xs ik:font-medium ik:whitespace-nowrap ik:text-white ik:tabular-nums ik:hover:bg-white/20 ik:forced-colors:border"
    >
      {[choiceName(current, words), price].join(' · ')}
      <ChevronUp
        className="ik:size-3.5 ik:transition-transform ik:duration-150 ik:group-aria-expanded:rotate-180"
        strokeWidth={2}
        aria-hidden
      />
    </DetailMenu>
  );
}
