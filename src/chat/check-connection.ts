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

function faultOf(connection: unknown): string | undefined {
  if (typeof connection !== 'object' || connection === null) {
    return 'is missing. Pass connection, with wire, model and baseUrl.';
  }
  const { wire, model, baseUrl, apiKey } = connection as Record<string, unknown>;
  if (typeof wire === 'string') {
    return `has wire: '${wire.slice(0, 40)}'. Import the format from image-chat-kit/wire and pass it itself, not its name.`;
  }
  if (typeof wire !== 'object' || wire === null) {
    return 'has no wire. Import a format from image-chat-kit/wire and pass it.';
  }
  if (typeof model !== 'string') return 'has no model. Pass its id as a string.';
  if (typeof baseUrl !== 'string') {
    return 'baseURL' in connection
      ? 'has baseURL. Write baseUrl.'
      : 'has no baseUrl. Pass the start of the address as a string, such as /api.';
  }
  if (apiKey !== undefined && typeof apiKey !== 'function') {
    return 'has an apiKey that is not a function. Pass one that returns the key.';
  }
  return undefined;
}
