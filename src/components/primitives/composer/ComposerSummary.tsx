import { forwardRef } from 'react';
import { formatBytes, percentSaved } from '../../format.js';
import { useWords } from '../../words-context.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerState, useComposer } from './composer-context.js';

export type ComposerSummaryProps = PartProps<'span', ComposerState>;

/** What the pictures weigh and cost, before Send. Nothing while there are none. */
export const ComposerSummary = forwardRef<HTMLSpanElement, ComposerSummaryProps>(
  function ComposerSummary(given, ref) {
    const { composer, state } = useComposer('ComposerSummary');
    const words = useWords();
    const { totals, items } = composer.queue;
    const { bytes, sourceBytes, tokens, images, ready, failed } = totals;
    const links = items.filter(({ link }) => link).length;
    const percent = percentSaved(sourceBytes, bytes);
    const after = formatBytes(bytes, words.locale);
    const own = {
      title: words.sizeChange(formatBytes(sourceBytes, words.locale), after, percent),
      children: (
        <>
          <bdi>{words.imageCount(images - failed)}</bdi>
          {ready > links && (
            <>
              {' · '}
              <bdi>{words.tokens(tokens)}</bdi> · <bdi>{after}</bdi>
            </>
          )}
          {links > 0 && (
            <>
              {' · '}
              <bdi>{ready > links ? words.linkCount(links) : words.priceLater}</bdi>
            </>
          )}{' '}
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
