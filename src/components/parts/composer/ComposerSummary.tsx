import { forwardRef, Fragment } from 'react';
import { formatBytes, percentSaved } from '../../words/format.js';
import { sizeChange } from '../../words/size-change.js';
import { useDescribingWords } from '../../words/use-describing-words.js';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerState, useComposer } from './composer-context.js';

export type ComposerSummaryProps = PartProps<'span', ComposerState>;

/** Size and token cost of the images, before Send. Renders nothing without images. */
export const ComposerSummary = forwardRef<HTMLSpanElement, ComposerSummaryProps>(
  function ComposerSummary(given, ref) {
    const { composer, state } = useComposer('Composer.Summary');
    const words = useWords();
    const { willBeDescribed } = useDescribingWords();
    const { totals, items } = composer.queue;
    const { bytes, sourceBytes, images, ready } = totals;
    const links = items.filter(({ link }) => link);
    const unpriced = links.filter(({ link }) => link?.widthPx === undefined).length;
    // The queue counts what it prepares; the message knows the cost of a link of known size.
    const tokens = links.length > 0 ? (composer.message?.imageTokens ?? 0) : totals.tokens;
    const isUndescribed = items.some(({ id }) => composer.message?.undescribedIds?.has(id));
    const percent = percentSaved(sourceBytes, bytes);
    const after = formatBytes(bytes, words.locale);
    const figures = [
      words.imageCount(images),
      ...(ready > unpriced && isUndescribed ? [willBeDescribed] : []),
      ...(ready > unpriced && !isUndescribed && tokens > 0 ? [words.tokens(tokens)] : []),
      ...(ready > links.length ? [after] : []),
      ...(unpriced > 0 ? [ready > unpriced ? words.linkCount(unpriced) : words.priceLater] : []),
    ];
    const own = {
      'data-ick-tooltip': sizeChange(sourceBytes, bytes, words),
      children: (
        <>
          {figures.map((figure, index) => (
            <Fragment key={figure}>
              {index > 0 && ' · '}
              <bdi>{figure}</bdi>
            </Fragment>
          ))}{' '}
          {percent > 0 && (
            <b>
              <bdi>{words.saved(percent)}</bdi>
            </b>
          )}
        </>
      ),
    };
    const element = usePart({ tag: 'span', name: 'composer-summary', own, given, state, ref });
    return ready > 0 ? element : null;
  },
);
