import { canBeRemade, imageProblem, nameOf, type CheckedRequest } from './checked-request.js';
import { isPrivateHost } from './is-private-host.js';
import type { RequestImage } from './request-images.js';
import type { Problem } from './types.js';

/** A link has to be one that somebody else's server can follow. */
export function checkLink(image: RequestImage, url: string, request: CheckedRequest): Problem[] {
  const { wire, rules } = request;
  const fix = canBeRemade(image) ? 'convert' : 'remove';
  const refuse = (code: Problem['code'], message: string): Problem[] => [
    imageProblem(image, { code, severity: 'error', message: `${nameOf(image)} ${message}`, fix }),
  ];

  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed) {
    return refuse(
      'url-form',
      'is a link without a host, which means something on this page only. Send the picture itself, or a full https link.',
    );
  }
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') {
    return refuse(
      'url-form',
      `is a ${parsed.protocol} link, which only this browser can open. Send the picture itself.`,
    );
  }
  if (wire?.links === 'none' || rules.links === false) {
    return refuse(
      'unsupported-by-wire',
      'is a link, and this endpoint does not fetch links. Send the picture itself.',
    );
  }
  if (wire?.links === 'https' && parsed.protocol === 'http:') {
    return refuse('url-form', 'is an http link, and this endpoint follows https links only.');
  }
  if (!isPrivateHost(parsed.hostname)) return [];
  return unreachable(image, parsed.hostname, whereIs(request.baseUrl), fix);
}

type Endpoint = 'local' | 'remote' | 'own-backend';

/** Without an address the endpoint is taken for a provider's. */
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
  if (endpoint === 'local') return [];
  return [
    imageProblem(image, {
      code: 'url-not-reachable',
      // The app's backend may stand in the same network, and may fetch the picture by itself.
      severity: endpoint === 'remote' ? 'error' : 'warning',
      message: `${nameOf(image)} is a link to ${host}, which only your own machine or network can reach. Send the picture itself.`,
      fix,
    }),
  ];
}
