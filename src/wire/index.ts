export { classifyFailure } from './classify-failure.js';
export type { FailureClass } from './classify-failure.js';
export type { FailureCode } from './failure-rules.js';
export { findServerPreset, serverPresets } from './presets.js';
export type { ServerPreset, ServerPresetId } from './presets.js';
export type {
  ChatEvent,
  MessageEndReason,
  ServerEvent,
  WireBatch,
  WireFormat,
  WireOptions,
  WireQuirks,
  WireRequest,
  WireWarning,
} from './types.js';
