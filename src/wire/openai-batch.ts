import type { WireBatch } from './types.js';

/** Limits as documented in November 2026; a megabyte is taken as the smaller kind. */
export function openaiBatch(endpoint: string): WireBatch {
  return {
    kind: 'jsonl-file',
    path: '/batches',
    endpoint,
    maxRequests: 50_000,
    maxBytes: 200_000_000,
    headers: {},
  };
}
