import type { WireBatch } from './types.js';

/** Limits as documented in November 2026; megabytes are interpreted as decimal. */
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
