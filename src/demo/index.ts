export { createDemoBackend } from './create-demo-backend.js';
export { demoFaults } from './faults/fault-list.js';
export type {
  DemoBackend,
  DemoBackendOptions,
  DemoFault,
  DemoModel,
  DemoQuestion,
} from './types.js';
