export { classifyFailure } from './classify-failure.js';
export type { FailureClass } from './classify-failure.js';
export type { FailureCode } from './failure-rules.js';
export type {
  WireModel,
  WireModelHint,
  WireModelPage,
  WireModels,
  WireTokenCount,
} from './endpoint-types.js';
export { findServerPreset, serverPresets } from './presets.js';
export type { ServerPreset, ServerPresetId } from './presets.js';
export type {
  ChatEvent,
  MessageEndReason,
  ServerEvent,
  WireBatch,
  WireFile,
  WireFileRequest,
  WireFiles,
  WireFormat,
  WireOptions,
  WireQuirks,
  WireRequest,
  WireWarning,
} from './types.js';
