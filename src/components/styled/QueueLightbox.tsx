import { type ReactElement } from 'react';
import type { QueueItem } from '../../pipeline/queue-types.js';
import { formatBytes, percentSaved } from '../format.js';
import { useWords } from '../words-context.js';
import { Lightbox, type LightboxImage } from './Lightbox.js';

export interface QueueLightboxProps {
  items: readonly QueueItem[];
  openId: string | undefined;
  onOpenIdChange: (id: string | undefined) => void;
}

/** The pictures of a tray, large: the bytes that will be sent, as soon as they are there. */
export function QueueLightbox({
  items,
  openId,
  onOpenIdChange,
}: QueueLightboxProps): ReactElement | null {
  const words = useWords();
  const index = items.findIndex(({ id }) => id === openId);
  if (index < 0) return null;
  const images = items.map(({ id, name, alt, file, prepared }): LightboxImage => {
    const after = prepared && formatBytes(prepared.blob.size, words.locale);
    return {
      id,
      name,
      ...(alt !== undefined && { alt }),
      data: { kind: 'bytes', bytes: prepared?.blob ?? file },
      ...(prepared && {
        caption: [
          `${prepared.width} × ${prepared.height}`,
          words.sizeChange(
            formatBytes(prepared.sourceBytes, words.locale),
            after ?? '',
            percentSaved(prepared.sourceBytes, prepared.blob.size),
          ),
          words.tokens(prepared.tokens),
        ].join(' · '),
      }),
    };
  });
  return (
    <Lightbox
      images={images}
      index={index}
      onIndexChange={(next) => onOpenIdChange(items[next]?.id)}
      onClose={() => onOpenIdChange(undefined)}
    />
  );
}
