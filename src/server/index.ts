export { createProxyHandler } from './create-proxy-handler.js';
export type { ProxyHandler } from './create-proxy-handler.js';
export type {
  ProxyLogEntry,
  ProxyOptions,
  ProxyRefusalCode,
  ProxyRequestFacts,
  RateLimitVerdict,
  RemoteImages,
} from './types.js';
