import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SendOutcome } from '../chat/types.js';
import type { KitError } from '../errors.js';
import { useKitQueryClient } from './kit-query-client.js';

/**
 * Shows each request and its failures to the app's QueryClient. The request itself starts at once: a mutation
 * would wait while its client considers the network offline, whereas the user should learn of the failure now.
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
