import type { ReactElement } from 'react';
import { useObjectUrl } from '../../../react/use-object-url.js';

/** A small image, decoded only when it comes into view. */
export function BatchImage({ file, name }: { file: Blob; name: string }): ReactElement {
  const url = useObjectUrl(file);
  return (
    <img
      src={url}
      alt={name}
      data-ick-tooltip={name}
      width={44}
      height={44}
      loading="lazy"
      decoding="async"
      className="ik:size-11 ik:rounded-sm ik:border ik:border-line ik:bg-sunken ik:object-cover ik:text-xs"
    />
  );
}
