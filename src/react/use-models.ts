import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Connection } from '../chat/types.js';
import { listModels, withAppsWord } from '../endpoint/list-models.js';
import type { ListedModel } from '../endpoint/list-models.js';
import type { KitError } from '../errors.js';
import { useKitQueryClient } from './kit-query-client.js';

export interface UseModelsOptions {
  /** Whether to ask the server. Turn it off until there is a key, for instance. @defaultValue true */
  isEnabled?: boolean;
}

export interface UseModelsResult {
  /** Models of the server; empty until they have come. */
  models: readonly ListedModel[];
  /** Whether the list is on its way for the first time. */
  isLoading: boolean;
  /** Why there is no list. Some compatible servers offer none; let users type the model's id then. */
  error: KitError | undefined;
  /** Asks again, for instance after a change of key: the list is cached by address only, never by key. */
  refetch: () => void;
}

const FRESH_FOR_MS = 5 * 60_000;
const NONE: readonly ListedModel[] = [];

/** Returns the models of a server, and whether they have vision. */
export function useModels(
  connection: Connection,
  { isEnabled = true }: UseModelsOptions = {},
): UseModelsResult {
  const { baseUrl, wire, model, capabilities, rules } = connection;
  const { data, error, isLoading, refetch } = useQuery<readonly ListedModel[], KitError>(
    {
      queryKey: ['image-chat-kit', 'models', wire.name, baseUrl],
      // The list is the server's; what the app says about its own model is added when it is read.
      queryFn: ({ signal }) => listModels({ ...connection, model: '' }, { signal }),
      enabled: isEnabled,
      staleTime: FRESH_FOR_MS,
      // The transport knows what is worth retrying, and fails at once if there is no network.
      retry: false,
      networkMode: 'always',
    },
    useKitQueryClient(),
  );
  const vision = capabilities?.vision ?? rules?.vision;
  const models = useMemo(
    () =>
      withAppsWord(data ?? NONE, {
        model,
        ...(vision !== undefined && { capabilities: { vision } }),
      }),
    [data, model, vision],
  );
  return { models, isLoading, error: error ?? undefined, refetch: () => void refetch() };
}
