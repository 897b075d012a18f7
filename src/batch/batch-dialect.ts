import { KitError } from '../errors.js';
import { anthropicHeaders } from '../wire/anthropic-messages/index.js';

/** What differs between the two ways of batches. */
export interface BatchDialect {
  kind: 'jsonl-file' | 'request-list';
  /** Of each line, and of the batch. */
  endpoint: string;
  maxRequests: number;
  maxBytes: number;
  headers: Readonly<Record<string, string>>;
}

const MEGABYTE = 1_000_000;

/** Limits as documented by the providers, November 2026; megabytes are taken as the smaller kind. */
const jsonlFile = {
  kind: 'jsonl-file',
  maxRequests: 50_000,
  maxBytes: 200 * MEGABYTE,
  headers: {},
} as const;

const dialects: Readonly<Record<string, BatchDialect>> = {
  'openai-chat': { ...jsonlFile, endpoint: '/v1/chat/completions' },
  'openai-responses': { ...jsonlFile, endpoint: '/v1/responses' },
  'anthropic-messages': {
    kind: 'request-list',
    endpoint: '/v1/messages',
    maxRequests: 100_000,
    maxBytes: 256 * MEGABYTE,
    headers: anthropicHeaders,
  },
};

/** @throws KitError `unsupported-by-wire` for a format that knows no batches */
export function batchDialect(wire: string): BatchDialect {
  const dialect = dialects[wire];
  if (dialect === undefined) {
    throw new KitError('unsupported-by-wire', {
      message: `The wire format “${wire}” knows no batches. Use one of ${Object.keys(dialects).join(', ')}.`,
    });
  }
  return dialect;
}
