import type { ReactElement, ReactNode } from 'react';
import type { UseIntakeOptions } from '../../../react/intake-types.js';
import { DropzoneHint, DropzoneRoot } from '../../parts/dropzone/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { KitRoot } from '../chat/KitRoot.js';

export interface ImageDropzoneProps extends UseIntakeOptions {
  /** Also takes what is dropped elsewhere on the page. @defaultValue false */
  isPageWide?: boolean;
  /** Content of the zone. @defaultValue a hint in a dashed frame */
  children?: ReactNode;
  className?: string;
}

function Invitation(): ReactElement {
  const { dropHere } = useWords();
  return (
    <div className="ik:grid ik:gap-1">
      <p className="ik:font-medium ik:text-ink ik:in-data-disabled:text-ink-3 ik:in-data-drop-target:hidden">
        {dropHere}
      </p>
      <DropzoneHint />
    </div>
  );
}

/** A place to drop images, folders, and images from other pages. */
export function ImageDropzone({
  children,
  className = '',
  ...options
}: ImageDropzoneProps): ReactElement {
  return (
    <KitRoot className={className}>
      <DropzoneRoot {...options} className={children === undefined ? frame : 'ik:h-full'}>
        {children ?? <Invitation />}
      </DropzoneRoot>
    </KitRoot>
  );
}

const frame =
  'ik:grid ik:min-h-32 ik:place-items-center ik:rounded-lg ik:border-[1.5px] ik:border-dashed ik:border-line-strong ik:p-6 ik:text-center ik:text-sm ik:text-ink-2 ik:transition-colors ik:duration-150 ik:data-drop-target:border-accent ik:data-drop-target:bg-accent-soft ik:data-drop-target:text-accent ik:data-disabled:border-line ik:data-disabled:text-ink-3';
