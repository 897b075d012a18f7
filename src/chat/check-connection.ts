import { KitError } from '../errors.js';

/**
 * Refuses what only JavaScript lets through, before it shows as an error from inside or with the first question.
 *
 * @throws KitError `invalid-option`
 */
export function checkConnection(connection: unknown): void {
  const fault = faultOf(connection);
  if (fault !== undefined) {
    throw new KitError('invalid-option', { message: `The connection ${fault}` });
  }
}

const IMPORT_IT =
  'Each format has an entry of its own: import it from image-chat-kit/wire/ and its name.';

/** TypeScript does not object to an unknown field of an object that was made before. */
const SPELLINGS: Readonly<Record<string, string>> = {
  apikey: 'apiKey',
  baseurl: 'baseUrl',
  header: 'headers',
  keyheader: 'keyHeader',
};

function faultOf(connection: unknown): string | undefined {
  if (typeof connection !== 'object' || connection === null) {
    return 'is missing. Pass connection, with wire, model and baseUrl.';
  }
  const { wire, model, baseUrl, apiKey } = connection as Record<string, unknown>;
  if (typeof wire === 'string') {
    return `has wire: '${wire.slice(0, 40)}'. Pass the format itself, not its name. ${IMPORT_IT}`;
  }
  if (typeof wire !== 'object' || wire === null) {
    return `has no wire. ${IMPORT_IT}`;
  }
  if (typeof model !== 'string') return 'has no model. Pass its id as a string.';
  for (const name of Object.keys(connection)) {
    const right = SPELLINGS[name.replaceAll('_', '').toLowerCase()];
    if (right !== undefined && !(right in connection)) return `has ${name}. Write ${right}.`;
  }
  if (typeof baseUrl !== 'string') {
    return 'has no baseUrl. Pass the start of the address as a string, such as /api.';
  }
  if (apiKey !== undefined && typeof apiKey !== 'function') {
    return 'has an apiKey that is not a function. Pass one that returns the key.';
  }
  return undefined;
}
