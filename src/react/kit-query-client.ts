import { QueryClient, QueryClientContext } from '@tanstack/react-query';
import { useContext } from 'react';

let pageClient: QueryClient | undefined;

/** Returns the app's own client, or one for the page: the kit works without a `QueryClientProvider`. */
export function useKitQueryClient(): QueryClient {
  return useContext(QueryClientContext) ?? defaultClient();
}

function defaultClient(): QueryClient {
  // A server renders for many users: nothing may be shared there.
  if (typeof document === 'undefined') return new QueryClient();
  pageClient ??= new QueryClient();
  return pageClient;
}
