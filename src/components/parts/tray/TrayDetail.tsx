import { type ChangeEvent, forwardRef, useMemo } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import type { DetailChoice } from '../../../queue/detail-choices.js';
import { capitalized } from '../../words/capitalized.js';
import type { Words } from '../../words/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type TrayItemState, useTray, useTrayItem } from './tray-context.js';

export interface TrayDetailProps extends PartProps<'select', TrayItemState> {
  /** The choices; the selected one is always among them. @defaultValue those of the model */
  details?: readonly ImageDetail[];
}

const ALL_DETAILS: readonly ImageDetail[] = ['auto', 'low', 'high', 'original'];

/** Selects how closely the model looks at this image, with the cost. Renders nothing if it is not sent. */
export const TrayDetail = forwardRef<HTMLSelectElement, TrayDetailProps>(
  function TrayDetail(props, ref) {
    const { details, ...given } = props;
    const { setDetail } = useTray('Tray.Detail');
    const { item, number, state, controlTabIndex, detailChoices } = useTrayItem('Tray.Detail');
    const words = useWords();
    const { id, info, prepared, limits } = item;
    const known = useMemo(
      () => detailChoices?.({ id, info, prepared, limits }) ?? [],
      [detailChoices, id, info, prepared, limits],
    );
    const offered = details ?? (known.length > 0 ? known.map(({ detail }) => detail) : ALL_DETAILS);
    const choices = offered.includes(item.detail) ? offered : [item.detail, ...offered];
    const own = {
      'aria-label': number === undefined ? undefined : words.detailOfImage(number),
      value: item.detail,
      tabIndex: controlTabIndex,
      onChange: (event: ChangeEvent<HTMLSelectElement>) =>
        setDetail(item.id, event.target.value as ImageDetail),
      children: choices.map((detail) => (
        <option key={detail} value={detail}>
          {choiceText(detail, known, words)}
        </option>
      )),
    };
    const element = usePart({ tag: 'select', name: 'tray-detail', own, given, state, ref });
    return number === undefined ? null : element;
  },
);

/** Returns "Auto (high) · 765 tokens", as far as known. */
function choiceText(detail: ImageDetail, known: readonly DetailChoice[], words: Words): string {
  const choice = known.find((one) => one.detail === detail);
  if (!choice) return capitalized(words.detail(detail), words.locale);
  const name = capitalized(words.detailSentAs(detail, choice.sentAs), words.locale);
  return `${name} · ${words.tokens(choice.tokens)}`;
}
