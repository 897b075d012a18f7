import { type ReactElement, type ReactNode, useContext } from 'react';
import { ImageReference } from '../styled/messages/ImageReference.js';
import { ImageReferencesContext } from './image-references-context.js';
import { readReference } from './remark-image-references.js';
import { linkHost, safeUrl } from './safe-url.js';

/** Renders a link that opens in a new tab, sends no referrer, and shows where it really goes under the pointer. */
export function MarkdownLink({
  href,
  hasImage = false,
  children,
}: {
  href?: string | undefined;
  /**
   * Whether an image is among the children. It is placed before the link: a press on its Load button must not follow
   * the link.
   */
  hasImage?: boolean;
  children?: ReactNode;
}): ReactElement {
  const references = useContext(ImageReferencesContext);
  const number = readReference(href);
  if (number !== undefined && references && number <= references.count) {
    return <ImageReference onOpen={() => references.onOpen(number)}>{children}</ImageReference>;
  }
  const url = safeUrl(href);
  if (!url) return <span>{children}</span>;
  const host = linkHost(url);
  const link = (words: ReactNode): ReactElement => (
    <a
      href={url.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      referrerPolicy="no-referrer"
      data-ick-tooltip={url.href}
    >
      {words}
    </a>
  );
  if (hasImage) {
    return (
      <>
        {children} {link(host)}
      </>
    );
  }
  if (mentions(children, host)) return link(children);
  return (
    <span data-ick-part="link" data-differs={looksLikeHost(children) ? '' : undefined}>
      {link(children)}
      <small data-ick-part="link-host"> ({host})</small>
    </span>
  );
}

/** Whether the text of a link looks like an address, which it then does not lead to. */
function looksLikeHost(children: ReactNode): boolean {
  return /^(?:https?:\/\/|mailto:)?[^\s/]+\.\p{L}{2,}(?:[/?#:]|$)/iu.test(
    typeof children === 'string' ? children.trim() : '',
  );
}

/** Whether the text of a link names its host itself. */
function mentions(children: ReactNode, host: string): boolean {
  const text = typeof children === 'string' ? children.toLowerCase() : '';
  const bare = text.replace(/^(?:https?:\/\/|mailto:)/, '');
  return bare === host || bare.startsWith(`${host}/`) || bare.startsWith(`${host}?`);
}
