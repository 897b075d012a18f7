import { KitError } from '../errors.js';
import { findRules } from '../models/index.js';
import type { Transport } from '../transport/types.js';

export interface ListedModel {
  id: string;
  /** Whether it can see, as far as is known: where the server does not say, the kit's own table does. */
  vision: boolean;
}

/**
 * Asks a server for its models, in the shape that most compatible servers share.
 *
 * @throws KitError with a code of `requestErrorCodes`
 */
export async function listModels(
  transport: Transport,
  signal?: AbortSignal,
): Promise<readonly ListedModel[]> {
  const request = { path: '/models', method: 'GET' };
  const response = await transport.send(request, signal ? { signal } : {});
  const ids = modelIds(await response.json().catch(() => undefined));
  if (!ids) {
    throw new KitError('bad-response', {
      message: 'The server answered, but not with a list of models. Type the name of the model.',
      facts: { status: response.status },
    });
  }
  return ids
    .toSorted((a, b) => a.localeCompare(b))
    .map((id) => ({ id, vision: findRules(id).vision }));
}

function modelIds(body: unknown): string[] | undefined {
  if (typeof body !== 'object' || body === null || !('data' in body)) return undefined;
  if (!Array.isArray(body.data)) return undefined;
  return body.data.flatMap((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string'
      ? entry.id
      : [],
  );
}
