import { checkLink } from './check-link.js';
import { checkedRequest, type RequestTarget } from './check-request.js';
import type { Problem } from './types.js';

/**
 * Checks, before there is a message, whether an endpoint would accept an image by its link: it may take no
 * links, not this kind of link, or be unable to reach it. Returns `undefined` if the link would be accepted.
 *
 * @param url of the image, `https://…`
 */
export function checkImageLink(url: string, target: RequestTarget): Problem | undefined {
  const image = {
    part: {
      type: 'image',
      id: '',
      data: { kind: 'url', url },
      mediaType: 'image/jpeg',
      detail: 'auto',
    },
    index: -1,
    messageId: '',
    role: 'user',
    isHistory: false,
    size: undefined,
    bytes: 0,
    base64Bytes: 0,
  } as const;
  const [problem] = checkLink(image, url, checkedRequest([], target));
  if (!problem) return undefined;
  const { imageId: _none, imageIndex: _nowhere, messageId: _notYet, ...rest } = problem;
  return rest;
}
