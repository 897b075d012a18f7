import { createDemoBackend, type DemoBackendOptions } from '../../src/demo/index.js';
import type { Connection } from '../../src/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import { createSampleReply } from './sample-answers/create-sample-reply.js';

/** The demo backend as a connection: it runs in this page and asks nobody. Answers about the samples are written in advance. */
export function createDemoConnection(options: DemoBackendOptions = {}): Connection {
  return {
    wire: openaiChat,
    baseUrl: 'https://demo.invalid/v1',
    model: 'gpt-5.6-terra',
    fetch: createDemoBackend({ reply: createSampleReply(), ...options }),
  };
}
