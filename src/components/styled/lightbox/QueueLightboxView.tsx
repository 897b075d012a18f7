import { TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { Size } from '../../../formats/types.js';
import type { QueueItem } from '../../../queue/types.js';
import { itemWarnings } from '../../parts/tray/item-status.js';
import { sizeChange } from '../../words/size-change.js';
import type { Words } from '../../words/types.js';
import { useWords } from '../../words/WordsProvider.js';
import type { LightboxImage } from './types.js';
import type { QueueLightboxProps } from './types.js';
import { AltText } from './AltText.js';
import { LightboxDetail } from './LightboxDetail.js';
import { LightboxView } from './LightboxView.js';

/** The images of a tray, large, with the settings of each. */
export function QueueLightboxView(props: QueueLightboxProps): ReactElement | null {
  const { items, openId, onOpenIdChange, queue, details, renderTools } = props;
  const words = useWords();
  const [showsModel, setShowsModel] = useState(false);
  const [showsDetails, setShowsDetails] = useState(false);
  const shown = items.filter(({ status }) => status !== 'failed');
  const index = shown.findIndex(({ id }) => id === openId);
  const item = shown[index];
  if (!item) return null;
  const choices = (queue?.rules?.vision && queue.detailChoices?.(item)) || [];
  const offered = choices.filter(
    ({ detail }) => !details || details.includes(detail) || detail === item.detail,
  );
  const hasMenu = queue !== undefined && offered.length > 0;
  // The menu says the price of the image that is open.
  const images = shown.map((one) => lightboxImage(one, words, one !== item || !hasMenu));
  const warnings = itemWarnings(item, words);
  return (
    <LightboxView
      images={images}
      index={index}
      onIndexChange={(next) => onOpenIdChange(shown[next]?.id)}
      onClose={() => onOpenIdChange(undefined)}
      rules={queue?.rules}
      tools={renderTools?.(item.id)}
      showsModel={showsModel}
      onShowsModelChange={setShowsModel}
      sourceSidePx={item.prepared && longerSide(item.prepared.source)}
      notice={
        warnings.length > 0 &&
        warnings.map((warning) => (
          <p
            key={warning}
            className="ik:flex ik:items-center ik:gap-1.5 ik:text-sm ik:text-[#f0c04c] ik:forced-colors:text-[CanvasText]"
          >
            <TriangleAlert className="ik:size-4" strokeWidth={1.75} aria-hidden />
            {warning}
          </p>
        ))
      }
      detailMenu={
        hasMenu && (
          <LightboxDetail
            choices={offered}
            used={item.detail}
            onUse={(detail) => queue.setDetail(item.id, detail)}
          />
        )
      }
      details={
        queue && (
          <AltText key={item.id} alt={item.alt} onChange={(alt) => queue.setAlt(item.id, alt)} />
        )
      }
      showsDetails={showsDetails}
      onShowsDetailsChange={setShowsDetails}
    />
  );
}

function longerSide({ width, height }: Size): number {
  return Math.max(width, height);
}

function lightboxImage(item: QueueItem, words: Words, hasPrice: boolean): LightboxImage {
  const { id, name, alt, file, prepared, link } = item;
  if (link) {
    return {
      id,
      name,
      alt,
      data: { kind: 'url', url: link.url },
      loadsOnPress: true,
      width: link.widthPx,
      height: link.heightPx,
      detail: item.detail,
      caption: [link.url, link.widthPx === undefined ? words.priceLater : []].flat().join(' · '),
    };
  }
  return {
    id,
    name,
    data: { kind: 'bytes', bytes: prepared?.blob ?? file },
    alt,
    ...(prepared && {
      width: prepared.width,
      height: prepared.height,
      detail: prepared.detail,
      // Frames side by side have another shape than the file they come from.
      original: prepared.plan.sheet ? undefined : file,
    }),
    caption: caption(item, words, hasPrice),
  };
}

function caption({ status, prepared }: QueueItem, words: Words, hasPrice: boolean): string {
  if (!prepared || status !== 'ready') return words.preparing;
  const { width, height, sourceBytes, blob, tokens } = prepared;
  return [
    words.pixels(width, height),
    sizeChange(sourceBytes, blob.size, words),
    ...(hasPrice ? [words.tokens(tokens)] : []),
  ].join(' · ');
}
