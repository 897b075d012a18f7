import { hostReach, isPrivateHost } from '../internal/private-host.js';
import {
  canBeRemade,
  formatCount,
  imageProblem,
  nameOf,
  type CheckedRequest,
} from './checked-request.js';
import type { RequestImage } from './request-images.js';
import type { Problem } from './types.js';
import { parseUrl } from '../internal/parse-url.js';

/** Checks that another machine's server can follow a link. */
export function checkLink(image: RequestImage, url: string, request: CheckedRequest): Problem[] {
  const { rules } = request;
  const fix = canBeRemade(image) ? 'convert' : 'remove';
  const instead = insteadOf(image);
  const refuse = (code: Problem['code'], message: string): Problem[] => [
    imageProblem(image, { code, severity: 'error', message: `${nameOf(image)} ${message}`, fix }),
  ];

  const parsed = parseUrl(url);
  if (!parsed) {
    return refuse(
      'url-form',
      `is a link without a host, which means something on this page only. Give a full https link, or ${instead}.`,
    );
  }
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') {
    return refuse(
      'url-form',
      `is a ${parsed.protocol} link, which only this browser can open. To send it, ${instead}.`,
    );
  }
  const taken = linksTaken(request);
  if (taken === 'none') {
    return refuse(
      'unsupported-by-wire',
      `is a link, and this endpoint does not fetch links. Choose another connection, or ${instead}.`,
    );
  }
  const { maxLinkCharacters = Infinity } = rules.limits;
  if (url.length > maxLinkCharacters) {
    return refuse(
      'url-form',
      `is a link of ${formatCount(url.length)} characters, and this endpoint follows links of up to ${formatCount(maxLinkCharacters)}. Give a shorter one, or ${instead}.`,
    );
  }
  const { hostname } = parsed;
  const outOfReach = unreachable(image, hostname, whereIs(request.baseUrl), fix);
  if (outOfReach.length > 0 || taken === 'any' || parsed.protocol === 'https:') return outOfReach;
  return refuse(
    'url-form',
    `is an http link, and this endpoint follows https links only. Try the same link with https, or ${instead}.`,
  );
}

/** Returns what the wire format and its server accept, whichever is stricter. */
function linksTaken({ wire, rules }: CheckedRequest): 'any' | 'https' | 'none' {
  if (wire?.links === 'none' || rules.links === false) return 'none';
  return wire?.links === 'https' || rules.links === 'https' ? 'https' : 'any';
}

/** A link alone provides no bytes, so the user has to download the image. */
function insteadOf(image: RequestImage): string {
  return canBeRemade(image) ? 'send the image itself' : 'download the image and add the file';
}

type Endpoint = 'local' | 'remote' | 'own-backend';

/** Without a URL the endpoint is assumed to be a provider's. */
function whereIs(baseUrl: string | undefined): Endpoint {
  if (baseUrl === undefined) return 'remote';
  if (!URL.canParse(baseUrl)) return 'own-backend';
  return isPrivateHost(new URL(baseUrl).hostname) ? 'local' : 'remote';
}

function unreachable(
  image: RequestImage,
  host: string,
  endpoint: Endpoint,
  fix: 'convert' | 'remove',
): Problem[] {
  const reach = hostReach(host);
  if (endpoint === 'local' || reach === 'public') return [];
  const why =
    reach === 'reserved'
      ? 'an address that no server on the internet answers at'
      : 'which only your own machine or network can reach';
  return [
    imageProblem(image, {
      code: 'url-not-reachable',
      // The app's backend may be in the same network and fetch the image itself.
      severity: endpoint === 'remote' ? 'error' : 'warning',
      message: `${nameOf(image)} is a link to ${host}, ${why}. To send it, ${insteadOf(image)}.`,
      fix,
    }),
  ];
}
