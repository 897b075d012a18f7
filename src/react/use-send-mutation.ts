import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SendOutcome } from '../chat/types.js';
import type { KitError } from '../errors.js';
import { useKitQueryClient } from './kit-query-client.js';

/**
 * Shows each request to the app's QueryClient, with its failures. The request itself starts at once: a mutation waits
 * for a network that its client believes in, but the user should be informed now.
 */
export function useSendMutation(): (pending: Promise<SendOutcome>) => Promise<SendOutcome> {
  const { mutateAsync } = useMutation<void, KitError, Promise<SendOutcome>>(
    {
      mutationKey: ['image-chat-kit', 'send'],
      async mutationFn(pending) {
        const outcome = await pending;
        if (!outcome.accepted) throw outcome.error;
      },
      networkMode: 'always',
      retry: false,
      throwOnError: false,
      gcTime: 0,
    },
    useKitQueryClient(),
  );
  return useCallback(
    (pending) => {
      // Callers get the outcome itself; the mutation is only for observers.
      mutateAsync(pending).catch(() => {});
      return pending;
    },
    [mutateAsync],
  );
}
