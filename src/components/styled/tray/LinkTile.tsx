import { Link } from 'lucide-react';
import type { ReactElement } from 'react';
import { hostOf } from '../../words/host-of.js';

/** An image that is sent as a link: only its host is shown, since loading it would inform that host. */
export function LinkTile({ url }: { url: string }): ReactElement {
  return (
    <span
      aria-hidden
      className="ik:grid ik:h-full ik:content-center ik:justify-items-center ik:gap-1 ik:px-1.5 ik:pt-3 ik:text-xs ik:text-ink-2"
    >
      <Link className="ik:size-4.5" strokeWidth={1.75} />
      <bdi className="ik:line-clamp-2 ik:max-w-full ik:text-center ik:wrap-anywhere">
        {hostOf(url)}
      </bdi>
    </span>
  );
}
