import { TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import type { QueueItem } from '../../../queue/types.js';
import type { PreparedImage } from '../../../pipeline/types.js';
import type { DetailChoice } from '../../../queue/detail-choices.js';
import { formatBytes, percentSaved } from '../../words/format.js';
import { itemWarnings } from '../../parts/tray/item-status.js';
import type { Words } from '../../words/types.js';
import { useWords } from '../../words/WordsProvider.js';
import type { LightboxImage } from './types.js';
import type { QueueLightboxProps } from './types.js';
import { AltText } from './AltText.js';
import { DetailChoices } from './DetailChoices.js';
import { LightboxView } from './LightboxView.js';
import { usePreparedChoice } from './use-prepared-choice.js';

/** The images of a tray, large, with the settings of each. */
export function QueueLightboxView(props: QueueLightboxProps): ReactElement | null {
  const { items, openId, onOpenIdChange, queue, details, renderTools } = props;
  const words = useWords();
  const [showsModel, setShowsModel] = useState(false);
  const [looked, setLooked] = useState<{ id: string; detail: ImageDetail }>();
  const shown = items.filter(({ status }) => status !== 'failed');
  const index = shown.findIndex(({ id }) => id === openId);
  const item = shown[index];
  const choices = ((item && queue?.detailChoices?.(item)) ?? []).filter(
    ({ detail }) => !details || details.includes(detail) || detail === item?.detail,
  );
  const isLooked = looked?.id === item?.id;
  const lookedAt = isLooked ? choices.find(({ detail }) => detail === looked?.detail) : undefined;
  const isPreview = lookedAt !== undefined && lookedAt.detail !== item?.detail;
  // Once it is set, the preview stays until the same image is prepared for sending.
  const isReady = item?.status === 'ready';
  const preview = isPreview || !isReady ? lookedAt : undefined;
  const prepared = usePreparedChoice(item, lookedAt, queue?.prepareChoice);
  if (!item) return null;
  return (
    <LightboxView
      images={shown.map((one) => {
        const image = lightboxImage(one, words);
        return one === item && preview ? previewImage(image, preview, prepared, words) : image;
      })}
      index={index}
      onIndexChange={(next) => onOpenIdChange(shown[next]?.id)}
      onClose={() => onOpenIdChange(undefined)}
      rules={queue?.rules}
      tools={renderTools?.(item.id)}
      showsModel={showsModel}
      onShowsModelChange={setShowsModel}
      badge={isPreview ? words.detailPreview : undefined}
    >
      {itemWarnings(item, words).map((warning) => (
        <p
          key={warning}
          className="ik:flex ik:items-center ik:gap-1.5 ik:text-sm ik:text-[#f0c04c] ik:forced-colors:text-[CanvasText]"
        >
          <TriangleAlert className="ik:size-4" strokeWidth={1.75} aria-hidden />
          {warning}
        </p>
      ))}
      {queue && (
        <AltText key={item.id} alt={item.alt} onChange={(alt) => queue.setAlt(item.id, alt)} />
      )}
      {queue && choices.length > 0 && (
        <DetailChoices
          choices={choices}
          used={item.detail}
          shown={lookedAt?.detail ?? item.detail}
          onShow={(detail) => {
            setLooked({ id: item.id, detail });
            setShowsModel(true);
          }}
          onUse={(detail) => queue.setDetail(item.id, detail)}
        />
      )}
    </LightboxView>
  );
}

/** Returns the image as a choice would have it sent, in its size and with its squares from the start. */
function previewImage(
  image: LightboxImage,
  { width, height, sentAs, tokens }: DetailChoice,
  prepared: PreparedImage | undefined,
  words: Words,
): LightboxImage {
  return {
    ...image,
    ...(prepared && { data: { kind: 'bytes', bytes: prepared.blob } }),
    width,
    height,
    detail: sentAs,
    caption: [words.pixels(width, height), words.tokens(tokens)].join(' · '),
  };
}

function lightboxImage(item: QueueItem, words: Words): LightboxImage {
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
    caption: caption(item, words),
  };
}

function caption({ status, prepared }: QueueItem, words: Words): string {
  if (!prepared || status !== 'ready') return words.preparing;
  const { width, height, sourceBytes, blob, tokens } = prepared;
  return [
    words.pixels(width, height),
    words.sizeChange(
      formatBytes(sourceBytes, words.locale),
      formatBytes(blob.size, words.locale),
      percentSaved(sourceBytes, blob.size),
    ),
    words.tokens(tokens),
  ].join(' · ');
}
