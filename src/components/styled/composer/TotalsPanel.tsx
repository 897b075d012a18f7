import { Trash2, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { RequestTotal } from '../../../messages/request-totals.js';
import type { ImageDetail } from '../../../models/types.js';
import { formatBytes, formatMoney } from '../../words/format.js';
import { sizeChange } from '../../words/size-change.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { useComposer } from '../../parts/composer/index.js';
import type { Words } from '../../words/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { DetailField } from '../detail/DetailField.js';
import { distinctChoices } from '../detail/distinct-choices.js';
import { type OfferedDetail, offeredDetails } from '../detail/offered-details.js';
import { NEAR_LIMIT } from './near-limit.js';

export interface TotalsPanelProps {
  id: string;
  details: readonly ImageDetail[] | undefined;
  /** Called when everything was removed. */
  onDone: () => void;
}

/** Totals of the message compared with the limits of the model, the detail of all images at once, and their removal. */
export function TotalsPanel({ id, details, onDone }: TotalsPanelProps): ReactElement {
  const { composer, inputRef } = useComposer('TotalsPanel');
  const { queue, message } = composer;
  const { totals, cost, undescribedIds } = message ?? {};
  const { sourceBytes, bytes, images, failed } = queue.totals;
  const words = useWords();
  const announce = useAnnounce();
  const inBytes = (value: number): string => formatBytes(value, words.locale);
  return (
    <section
      id={id}
      aria-label={words.messageTotals}
      className="ik:absolute ik:start-2 ik:bottom-13 ik:z-10 ik:grid ik:w-84 ik:max-w-[calc(100%-1rem)] ik:gap-3 ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:p-3 ik:text-xs ik:shadow-card"
    >
      <p aria-hidden className="ik:text-sm ik:font-semibold">
        {words.messageTotals}
      </p>
      {failed > 0 && (
        <p className="ik:flex ik:items-center ik:gap-1.5 ik:text-warn">
          <TriangleAlert className="ik:size-3.5" strokeWidth={1.75} aria-hidden />
          {words.unsent(failed)}
        </p>
      )}
      <dl className="ik:m-0 ik:grid ik:gap-2 ik:tabular-nums">
        {sourceBytes > 0 && (
          <Fact label={words.imageBytes}>{sizeChange(sourceBytes, bytes, words)}</Fact>
        )}
        {totals && (
          <>
            <Row
              label={words.totalBytes}
              note={bytes > 0 && totals.bytes.value > bytes && words.totalBytesNote}
              total={totals.bytes}
              show={inBytes}
              words={words}
            />
            <Row
              label={words.totalImages}
              total={totals.images}
              show={words.number}
              words={words}
            />
            <Row
              label={words.totalTokens}
              total={totals.tokens}
              show={words.number}
              words={words}
            />
          </>
        )}
        {cost && (
          <Fact label={words.totalCost}>
            {formatMoney(cost.amount, cost.currency, words.locale)}
          </Fact>
        )}
        {undescribedIds && <Fact label={words.totalCost}>{words.priceLater}</Fact>}
      </dl>
      {images > 0 && (
        <div className="ik:grid ik:gap-1 ik:border-t ik:border-line ik:pt-2">
          <AllDetails details={details} />
          <button
            type="button"
            onClick={() => {
              queue.clear();
              announce(words.imagesRemoved(images));
              inputRef.current?.focus();
              onDone();
            }}
            className="ik:-mx-2 ik:-mb-1.5 ik:flex ik:min-h-8 ik:items-center ik:justify-self-start ik:gap-1.5 ik:rounded-full ik:px-2 ik:font-medium ik:text-ink-2 ik:hover:bg-sunken ik:hover:text-ink ik:pointer-coarse:min-h-11"
          >
            <Trash2 className="ik:size-3.5" strokeWidth={1.75} aria-hidden />
            {words.removeAll}
          </button>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  label: string;
  note?: string | false | undefined;
  total: RequestTotal;
  show: (value: number) => string;
  words: Words;
}

function Row({ label, note, total: { value, limit }, show, words }: RowProps): ReactElement {
  if (limit === undefined || value / limit < SHOWN_SHARE) {
    return (
      <Fact label={label} note={note}>
        {show(value)}
      </Fact>
    );
  }
  return (
    <Fact label={label} note={note} bar={<Bar share={value / limit} />}>
      {words.ofLimit(show(value), show(limit))}
    </Fact>
  );
}

/** Share of a limit from which the limit is worth a look. */
const SHOWN_SHARE = 0.25;

/** Shows the share that the figures above it state. */
function Bar({ share }: { share: number }): ReactElement {
  return (
    <span
      data-ick-part="total-bar"
      data-near-limit={share >= NEAR_LIMIT ? '' : undefined}
      aria-hidden
      className="ik:group/bar ik:mt-1 ik:flex ik:h-1 ik:w-full ik:overflow-hidden ik:rounded-full ik:bg-sunken ik:forced-colors:h-1.5 ik:forced-colors:border"
    >
      <span
        // Set by script: a content security policy may drop a style attribute from a server's HTML.
        ref={(element) => {
          if (element) element.style.inlineSize = `${Math.min(1, share) * 100}%`;
        }}
        className="ik:rounded-full ik:bg-accent ik:group-data-near-limit/bar:bg-warn ik:forced-colors:bg-[CanvasText] ik:forced-color-adjust-none"
      />
    </span>
  );
}

interface FactProps {
  label: string;
  /** Below the label. */
  note?: string | false | undefined;
  bar?: ReactNode;
  children: ReactNode;
}

function Fact({ label, note, bar, children }: FactProps): ReactElement {
  return (
    <div className="ik:flex ik:flex-wrap ik:justify-between ik:gap-x-3">
      <dt className="ik:text-ink-2">
        {label}
        {note && <span className="ik:block ik:text-xs ik:text-ink-3">{note}</span>}
      </dt>
      <dd className="ik:m-0 ik:text-end">{children}</dd>
      {bar && <dd className="ik:m-0 ik:flex ik:w-full">{bar}</dd>}
    </div>
  );
}

/** One choice for every image of the message, each with their total cost. */
function AllDetails({ details }: Pick<TotalsPanelProps, 'details'>): ReactElement {
  const { composer } = useComposer('TotalsPanel');
  const { items, detailChoices, setAllDetails } = composer.queue;
  const words = useWords();
  const sent = items.filter(({ status }) => status !== 'failed');
  const first = sent[0]?.detail;
  const used = sent.every(({ detail }) => detail === first) ? first : undefined;
  const known = offeredDetails(sent.map((item) => detailChoices?.(item, 'all') ?? []));
  const offered: readonly OfferedDetail[] = details
    ? details.map((detail) => known.find((one) => one.detail === detail) ?? { detail, sizes: [] })
    : known;
  return (
    <DetailField
      part="detail-of-all"
      legend={words.detailOfAll}
      choices={distinctChoices(offered, used)}
      used={used}
      onUse={setAllDetails}
    />
  );
}
