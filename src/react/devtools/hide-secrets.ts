/** Masks whatever in a request looks like a secret, for a screen that is shared and a command that is pasted elsewhere. */
import { KEY_MASK, maskKeyLike } from '../../internal/mask-keys.js';
import { isSecretName } from '../../transport/request-secrets.js';

/** Images, in which letters may look like a key by chance. */
export const LONG_BASE64 = /([A-Za-z0-9+/]{400,}={0,2})/;

/**
 * Text in JSON whose name says that it is a secret. Fewer names than for headers: a body also has signatures of
 * reasoning and keys of caches, without which the server refuses it.
 */
const SECRET_FIELD =
  /("(?:[\w-]{0,60}(?:api[_-]?key|authorization|password|passphrase|secret|credentials?|(?:access|auth|bearer|refresh|session)[_-]?token)|token|jwt|cookie)"\s*:\s*")(?:[^"\\]|\\.)*"/gi;

const BEARER = /(\bBearer\s+)[^\s"',;]{6,}/gi;

/** Returns text, such as a body, with its keys masked and its images unchanged. */
export function hideInText(text: string): string {
  return text
    .replace(SECRET_FIELD, `$1${KEY_MASK}"`)
    .replace(BEARER, `$1${KEY_MASK}`)
    .split(LONG_BASE64)
    .map((part, index) => (index % 2 === 1 ? part : maskKeyLike(part, KEY_MASK)))
    .join('');
}

export function hideInHeader(name: string, value: string): string {
  return isSecretName(name) ? KEY_MASK : hideInText(value);
}

/** Masks passwords and the parameters that are named like secrets. */
export function hideInUrl(url: string): string {
  const withoutPassword = url.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#@]*@/i, `$1${KEY_MASK}@`);
  const shown = withoutPassword.replace(
    /([?&])([^=&#]+)=[^&#]*/g,
    (parameter, mark: string, name: string) =>
      isSecretName(decoded(name)) ? `${mark}${name}=${KEY_MASK}` : parameter,
  );
  return maskKeyLike(shown, KEY_MASK);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
