import { type ReactElement, useState } from 'react';
import { useObjectUrl } from '../../../react/use-object-url.js';

export interface AudioPlayerProps {
  recording: Blob;
  name: string;
  /** Called once the browser knows how long it lasts, in seconds. */
  onLength: (lengthS: number) => void;
}

/** The browser's own player. Renders nothing for a recording that the browser cannot play. */
export function AudioPlayer({ recording, name, onLength }: AudioPlayerProps): ReactElement | null {
  const url = useObjectUrl(recording);
  const [failedUrl, setFailedUrl] = useState<string>();
  if (url === undefined || url === failedUrl) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written captions of a file that was just attached
    <audio
      data-ick-part="audio"
      controls
      preload="metadata"
      src={url}
      aria-label={name}
      onLoadedMetadata={({ currentTarget: { duration } }) => {
        // A recording of a browser may not say how long it is.
        if (Number.isFinite(duration)) onLength(duration);
      }}
      onError={() => setFailedUrl(url)}
      className="ik:h-9 ik:w-72 ik:max-w-full"
    />
  );
}

/** Whether a file can be listened to. */
export function isAudio({ mediaType }: { mediaType: string }): boolean {
  return mediaType.startsWith('audio/');
}
