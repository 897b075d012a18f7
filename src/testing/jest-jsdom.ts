/**
 * A test environment for Jest: jest-environment-jsdom, with the globals that every browser has and that environment
 * hides, taken from Node.
 *
 * In jest.config.js: `testEnvironment: 'image-chat-kit/testing/jest-jsdom'`.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const FROM_NODE = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'BroadcastChannel',
  'CompressionStream',
  'DecompressionStream',
  'File',
  'FormData',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextDecoderStream',
  'TextEncoder',
  'TextEncoderStream',
  'TransformStream',
  'URL',
  'URLSearchParams',
  'Uint8Array',
  'WritableStream',
  'fetch',
  'structuredClone',
] as const;

interface Environment {
  global: Record<string, unknown>;
}

type EnvironmentClass = new (config: Config, context: unknown) => Environment;

interface Config {
  projectConfig: { rootDir: string };
}

/** Called by Jest with `new`, and returns the environment: the class to extend is known only here. */
export default function JestJsdom(config: Config, context: unknown): Environment {
  // The app's own copy: a package manager may install none next to this package.
  const load = createRequire(join(config.projectConfig.rootDir, 'package.json'));
  const { default: Jsdom } = load('jest-environment-jsdom') as { default: EnvironmentClass };
  const environment = new Jsdom(config, context);
  for (const name of FROM_NODE) environment.global[name] = globalThis[name];
  return environment;
}
