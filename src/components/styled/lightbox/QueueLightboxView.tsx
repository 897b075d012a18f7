import type { ReactElement } from 'react';
import type { QueueItem } from '../../../pipeline/queue-types.js';
import { formatBytes, percentSaved } from '../../format.js';
import { itemWarnings } from '../../primitives/tray/item-status.js';
import type { Words } from '../../words.js';
import { useWords } from '../../words-context.js';
import type { LightboxImage } from '../Lightbox.js';
import type { QueueLightboxProps } from '../QueueLightbox.js';
import { AltText } from './AltText.js';
import { DetailChoices } from './DetailChoices.js';
import { LightboxView } from './LightboxView.js';

/** The pictures of a tray, large, with what can be set for each. */
export function QueueLightboxView(props: QueueLightboxProps): ReactElement | null {
  const { items, openId, onOpenIdChange, queue, details, renderTools } = props;
  const words = useWords();
  const shown = items.filter(({ status }) => status !== 'failed');
  const index = shown.findIndex(({ id }) => id === openId);
  const item = shown[index];
  if (!item) return null;
  const choices = (queue?.detailChoices?.(item) ?? []).filter(
    ({ detail }) => !details || details.includes(detail) || detail === item.detail,
  );
  return (
    <LightboxView
      images={shown.map((one) => lightboxImage(one, words))}
      index={index}
      onIndexChange={(next) => onOpenIdChange(shown[next]?.id)}
      onClose={() => onOpenIdChange(undefined)}
      rules={queue?.rules}
      tools={renderTools?.(item.id)}
    >
      {queue && (
        <AltText key={item.id} alt={item.alt} onChange={(alt) => queue.setAlt(item.id, alt)} />
      )}
      {queue && choices.length > 0 && (
        <DetailChoices
          choices={choices}
          value={item.detail}
          onChange={(detail) => queue.setDetail(item.id, detail)}
        />
      )}
    </LightboxView>
  );
}

function lightboxImage(item: QueueItem, words: Words): LightboxImage {
  const { id, name, alt, file, prepared } = item;
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
    caption: [caption(item, words), ...itemWarnings(item, words)].join(' · '),
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
