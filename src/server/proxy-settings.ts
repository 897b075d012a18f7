import { KitError } from '../errors.js';
import type { ProxyOptions, RemoteImages } from './types.js';

/** Options with everything filled in and checked once. */
export interface ProxySettings {
  upstream: string;
  models: ReadonlySet<string>;
  origins: ReadonlySet<string>;
  maxBodyBytes: number;
  maxImages: number;
  maxOutputTokens: number;
  maxOutputTokensField: string | undefined;
  remoteImages: RemoteImages;
  fileIds: 'refuse' | 'pass';
  extraFields: readonly string[];
  keyHeader: { name: string; prefix: string };
  upstreamTimeoutMs: number;
}

const MEBIBYTE = 1_048_576;

/** @throws KitError `invalid-option` for a setting that would leave a door open */
export function readSettings(options: ProxyOptions): ProxySettings {
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
  return {
    upstream: readUpstream(options.upstream),
    models: new Set(models),
    origins: new Set(allowedOrigins.map(readOrigin)),
    maxBodyBytes: options.maxBodyBytes ?? 20 * MEBIBYTE,
    maxImages: options.maxImages ?? 20,
    maxOutputTokens: options.maxOutputTokens ?? 8192,
    maxOutputTokensField: options.maxOutputTokensField,
    remoteImages: options.remoteImages ?? 'refuse',
    fileIds: options.fileIds ?? 'refuse',
    extraFields: options.extraFields ?? [],
    keyHeader: options.keyHeader ?? { name: 'authorization', prefix: 'Bearer ' },
    upstreamTimeoutMs: options.upstreamTimeoutMs ?? 120_000,
  };
}

function readUpstream(upstream: string | URL): string {
  if (!URL.canParse(String(upstream))) {
    throw invalidOption('upstream is no complete address. Write it with its protocol and path.');
  }
  const url = new URL(upstream);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) {
    throw invalidOption(
      'upstream is not an https address, so the key would travel in the open. Use https.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw invalidOption('upstream has a password in it. Pass the key as key instead.');
  }
  return url.href;
}

function readOrigin(origin: string): string {
  const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin.replace(/\/$/, '');
  if (isOrigin && origin !== 'null') return new URL(origin).origin;
  throw invalidOption(
    `allowedOrigins has "${origin}", which is no exact origin. Write protocol and host, as in https://app.example, and one entry for each.`,
  );
}

function invalidOption(message: string): KitError {
  return new KitError('invalid-option', { message: `createProxyHandler: ${message}` });
}
