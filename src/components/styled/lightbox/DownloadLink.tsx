import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { cleanName } from '../../words/clean-name.js';
import { useWords } from '../../words/WordsProvider.js';
import type { LightboxImage } from './types.js';

export interface DownloadLinkProps {
  image: LightboxImage;
  url: string | undefined;
}

/** Saves the bytes as they are sent. */
export function DownloadLink({ image, url }: DownloadLinkProps): ReactElement | null {
  const words = useWords();
  if (url === undefined || image.data.kind !== 'bytes') return null;
  return (
    <a
      href={url}
      download={downloadName(image.name ?? 'image', image.data.bytes.type)}
      aria-label={words.download}
      data-ick-tooltip={words.download}
      className="ik:grid ik:size-8 ik:place-items-center ik:rounded-full ik:text-white ik:hover:bg-white/15"
    >
      <Download className="ik:size-4.5" strokeWidth={1.75} />
    </a>
  );
}

/** The bytes may be JPEG although the file was HEIC: the extension follows the bytes. */
function downloadName(name: string, mediaType: string): string {
  const extension = mediaType.replace(/^image\//, '').replace('jpeg', 'jpg');
  return `${cleanName(name).replace(/\.[^.]*$/, '') || 'image'}.${extension || 'bin'}`;
}
