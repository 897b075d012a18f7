import { QueryClient, QueryClientContext } from '@tanstack/react-query';
import { useContext } from 'react';

let pageClient: QueryClient | undefined;

/** The app's own client, or one for the page: the kit works without a `QueryClientProvider`. */
export function useKitQueryClient(): QueryClient {
  return useContext(QueryClientContext) ?? defaultClient();
}

function defaultClient(): QueryClient {
  // A server renders for many people: nothing may be shared there.
  if (typeof document === 'undefined') return new QueryClient();
  pageClient ??= new QueryClient();
  return pageClient;
}
