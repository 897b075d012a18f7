import { ImageOff } from 'lucide-react';
import { type ReactElement, useContext } from 'react';
import { useReuseImage } from '../styled/messages/use-reuse.js';
import { useLoadedLinks } from '../styled/messages/loaded-links.js';
import { useWords } from '../words/WordsProvider.js';
import { IsStreamingContext } from './is-streaming-context.js';
import { safeUrl } from './safe-url.js';

export interface RemoteImageProps {
  src?: string | undefined;
  alt?: string | undefined;
}

/**
 * Renders an image an answer points to. Loading it reveals the address to its host, so the user decides, knowing the
 * host. The decision applies to this address: while an answer streams, its text turns one image into another without a
 * press.
 */
export function RemoteImage({ src, alt = '' }: RemoteImageProps): ReactElement {
  const words = useWords();
  const links = useLoadedLinks();
  const reuse = useReuseImage();
  const isStreaming = useContext(IsStreamingContext);
  const url = safeUrl(src);
  if (!url || url.protocol === 'mailto:') return <span>{alt}</span>;
  if (links.urls.has(url.href)) {
    const image = (
      <img src={url.href} alt={alt} referrerPolicy="no-referrer" className="ik:rounded-md" />
    );
    if (!reuse) return image;
    return (
      <span className="ik:inline-grid ik:justify-items-start ik:gap-1">
        {image}
        <button
          type="button"
          onClick={() => reuse(url.href)}
          className="ik:min-h-6 ik:text-sm ik:font-semibold ik:text-accent ik:underline ik:underline-offset-2"
        >
          {words.useImage}
        </button>
      </span>
    );
  }
  return (
    <span
      data-ick-part="remote-image"
      className="ik:inline-flex ik:max-w-full ik:items-center ik:gap-2 ik:rounded-md ik:border ik:border-line ik:bg-sunken ik:px-2.5 ik:py-1.5 ik:text-sm ik:text-ink-2"
    >
      <ImageOff className="ik:size-4" strokeWidth={1.75} />
      <span className="ik:min-w-0 ik:truncate" data-ick-tooltip={url.href}>
        {alt === '' ? words.remoteImage(url.host) : `${alt} (${url.host})`}
      </span>
      {/* An incomplete address is a different address. */}
      {!isStreaming && (
        <button
          type="button"
          onClick={() => links.load(url.href)}
          className="ik:min-h-6 ik:font-semibold ik:text-accent ik:underline ik:underline-offset-2"
        >
          {words.loadImage}
        </button>
      )}
    </span>
  );
}
