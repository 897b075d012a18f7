import { invalidOption, readUpstream } from './read-upstream.js';
import { readRoutes, type RouteSettings } from './route-settings.js';
import type { ProxyOptions, RemoteImages } from './types.js';
import { shapeOf, type UpstreamShape } from './upstream-shape.js';

/** Options with defaults filled in, checked once. */
export interface ProxySettings {
  upstream: string;
  shape: UpstreamShape | undefined;
  models: ReadonlySet<string>;
  origins: ReadonlySet<string>;
  allowCredentials: boolean;
  maxBodyBytes: number;
  maxImages: number;
  maxMadeImages: number;
  maxFiles: number;
  maxMessages: number;
  maxParts: number;
  maxTextCharacters: number;
  maxConcurrentRequests: number;
  maxBufferedBytes: number;
  maxOutputTokens: number;
  maxOutputTokensField: string | undefined;
  system: string | undefined;
  remoteImages: RemoteImages;
  fileIds: 'refuse' | 'own' | 'pass';
  extraFields: readonly string[];
  keyHeader: { name: string; prefix: string };
  upstreamTimeoutMs: number;
  streamIdleTimeoutMs: number;
  bodyTimeoutMs: number;
  bodyIdleTimeoutMs: number;
  hookTimeoutMs: number;
  routes: RouteSettings;
}

const MEBIBYTE = 1_048_576;
const bearer = { name: 'authorization', prefix: 'Bearer ' };
const contentsKeyHeader = { name: 'x-goog-api-key', prefix: '' };

/** @throws KitError `invalid-option` for an unsafe setting */
export function readSettings(options: ProxyOptions): ProxySettings {
  checkKinds(options);
  const { models, allowedOrigins } = options;
  if (models.length === 0) {
    throw invalidOption(
      'models is empty, so nothing could be asked for. Name the models to offer.',
    );
  }
  if (allowedOrigins.length === 0) {
    throw invalidOption(
      'allowedOrigins is empty, so no page could ask. Name the origin of your app, as in https://app.example.',
    );
  }
  const upstream = readUpstream(options.upstream, 'upstream');
  const shape = shapeOf(upstream);
  const maxBodyBytes = readLimit(options, 'maxBodyBytes', 20 * MEBIBYTE);
  const routes = readRoutes(options.routes ?? {}, upstream, maxBodyBytes);
  if (options.fileIds === 'own' && !routes.files) {
    throw invalidOption(
      "fileIds is 'own', but this server hands out no ids. Pass routes: { files: true }.",
    );
  }
  return {
    upstream,
    shape,
    models: new Set(models),
    origins: new Set(allowedOrigins.map(readOrigin)),
    allowCredentials: options.allowCredentials ?? false,
    maxBodyBytes,
    maxImages: readLimit(options, 'maxImages', 20),
    maxMadeImages: readLimit(options, 'maxMadeImages', 4),
    maxFiles: readLimit(options, 'maxFiles', 10),
    maxMessages: readLimit(options, 'maxMessages', 2000),
    maxParts: readLimit(options, 'maxParts', 10_000),
    maxTextCharacters: readLimit(options, 'maxTextCharacters', 4_000_000),
    maxConcurrentRequests: readLimit(options, 'maxConcurrentRequests', 256),
    maxBufferedBytes: readLimit(options, 'maxBufferedBytes', 256 * MEBIBYTE),
    maxOutputTokens: readLimit(options, 'maxOutputTokens', 8192),
    maxOutputTokensField: options.maxOutputTokensField,
    system: options.system,
    remoteImages: options.remoteImages ?? 'refuse',
    fileIds: options.fileIds ?? (routes.files ? 'own' : 'refuse'),
    extraFields: options.extraFields ?? [],
    keyHeader: options.keyHeader ?? (shape === 'contents' ? contentsKeyHeader : bearer),
    upstreamTimeoutMs: readLimit(
      options,
      'upstreamTimeoutMs',
      shape === 'prompt' ? 600_000 : 120_000,
    ),
    streamIdleTimeoutMs: readLimit(options, 'streamIdleTimeoutMs', 900_000),
    bodyTimeoutMs: readLimit(options, 'bodyTimeoutMs', 300_000),
    bodyIdleTimeoutMs: readLimit(options, 'bodyIdleTimeoutMs', 30_000),
    hookTimeoutMs: readLimit(options, 'hookTimeoutMs', 5000),
    routes,
  };
}

/** JavaScript lets everything through, and most of it would only show as requests that are refused. */
function checkKinds(options: ProxyOptions): void {
  if (typeof options !== 'object' || options === null) {
    throw invalidOption(
      'it was called without options. Pass upstream, key, models and allowedOrigins.',
    );
  }
  checkList(options, 'models', 'gpt-5.6-terra');
  checkList(options, 'allowedOrigins', 'https://app.example');
  const { key, authorize } = options;
  if (key !== undefined && typeof key !== 'string' && typeof key !== 'function') {
    throw invalidOption(
      'key is neither a string nor a function. Pass the key, or a function that returns it.',
    );
  }
  if (key === undefined && 'apiKey' in options) {
    throw invalidOption('there is no option apiKey. Pass the key as key.');
  }
  if (authorize !== undefined && authorize !== 'public' && typeof authorize !== 'function') {
    throw invalidOption(
      "authorize is neither a function nor 'public'. Pass a function that returns whether a request may spend the key.",
    );
  }
  for (const name of ['rateLimit', 'policy', 'fetch', 'log'] as const) {
    const given: unknown = options[name];
    if (given !== undefined && typeof given !== 'function') {
      throw invalidOption(`${name} is not a function. Pass one, or leave it out.`);
    }
  }
}

function checkList(
  options: ProxyOptions,
  name: 'models' | 'allowedOrigins',
  example: string,
): void {
  const given: unknown = options[name];
  if (Array.isArray(given) && given.every((entry) => typeof entry === 'string')) return;
  const shown = typeof given === 'string' ? given : example;
  throw invalidOption(`${name} is not a list of strings. Write ${name}: ['${shown}'].`);
}

type LimitName = {
  [Name in keyof ProxyOptions]-?: ProxyOptions[Name] extends number | undefined ? Name : never;
}[keyof ProxyOptions];

/** A limit that is not a number would let everything through. */
function readLimit(options: ProxyOptions, name: LimitName, usual: number): number {
  const value = options[name] ?? usual;
  if (typeof value === 'number' && value >= 0) return value;
  throw invalidOption(`${name} must be a number of 0 or more. Set a limit, or Infinity for none.`);
}

function readOrigin(origin: string): string {
  const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin.replace(/\/$/, '');
  if (isOrigin && origin !== 'null') return new URL(origin).origin;
  throw invalidOption(
    `allowedOrigins has "${origin}", which is no exact origin. Write protocol and host, as in https://app.example, and one entry for each.`,
  );
}
