export { createProxyHandler } from './create-proxy-handler.js';
export type { ProxyHandler } from './create-proxy-handler.js';
export { toNodeListener } from './node/to-node-listener.js';
export type { NodeRequest, NodeResponse } from './node/node-types.js';
export type {
  BackgroundRoute,
  FilesRoute,
  ModelsRoute,
  OwnerHook,
  ProxyLogEntry,
  ProxyOptions,
  ProxyRefusalCode,
  ProxyRequestFacts,
  ProxyRouteName,
  ProxyRoutes,
  RateLimitVerdict,
  RemoteImages,
} from './types.js';
