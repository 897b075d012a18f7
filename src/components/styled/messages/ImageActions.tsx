import { Check, Copy, Download, Pencil } from 'lucide-react';
import { createContext, type ReactElement, useContext, useEffect, useState } from 'react';
import { imageFileName } from '../../../internal/image-file-name.js';
import type { ImagePart } from '../../../messages/types.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { copyImage } from '../../shared/copy-image.js';
import { downloadBlob } from '../../shared/download-blob.js';
import { useWords } from '../../words/WordsProvider.js';
import { IconButton } from '../shared/IconButton.js';
import { usePartWords } from './use-part-words.js';

/** Adds an image to the draft and opens the editor on it. `undefined` outside of a chat. */
export const MarkUpContext = createContext<((image: ImagePart) => void) | undefined>(undefined);

const COPIED_MS = 2000;

export interface ImageActionsProps {
  image: ImagePart;
  /** Its number in the message, counted from 1. */
  number: number;
  bytes: Blob;
  className: string;
}

/** Copies, saves and marks up an image that a model made. */
export function ImageActions(props: ImageActionsProps): ReactElement {
  const { image, number, bytes, className } = props;
  const words = usePartWords();
  const { markUpImage } = useWords();
  const markUp = useContext(MarkUpContext);
  const style = 'ik:bg-badge ik:text-white ik:hover:bg-badge ik:hover:text-white';
  return (
    <div data-ick-part="image-actions" className={`ik:flex ik:gap-1 ${className}`}>
      <CopyImageButton bytes={bytes} className={style} />
      <IconButton
        icon={Download}
        label={words.saveImage}
        onClick={() => downloadBlob(bytes, imageFileName(bytes.type))}
        className={style}
      />
      {markUp && (
        <IconButton
          icon={Pencil}
          label={markUpImage(number)}
          onClick={() => markUp(image)}
          className={style}
        />
      )}
    </div>
  );
}

export function CopyImageButton(props: { bytes: Blob; className: string }): ReactElement {
  const { bytes, className } = props;
  const words = usePartWords();
  const { copied } = useWords();
  const announce = useAnnounce();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async (): Promise<void> => {
    await copyImage(bytes);
    setIsCopied(true);
    announce(copied);
  };
  return (
    <IconButton
      icon={isCopied ? Check : Copy}
      label={words.copyImage}
      // If the clipboard is blocked nothing is reported, as for text.
      onClick={() => void copy().catch(() => setIsCopied(false))}
      className={className}
    />
  );
}
