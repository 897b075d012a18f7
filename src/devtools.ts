'use client';
/** For developers: what happens on the way of each image and in each request. */

export { ChatInspector } from './components/devtools/ChatInspector.js';
export { useTraces } from './react/devtools/use-traces.js';
export type { ChatInspectorProps } from './components/devtools/ChatInspector.js';
export type { Exchange, Traces } from './react/devtools/traces.js';
