import type { ReactElement } from 'react';
import { ImageChat } from '../../src/index.js';
import { aiSdkUi } from '../../src/wire/ai-sdk-ui/index.js';

/** The whole chat on a route that was written for `useChat`. */
export function AiSdkRoute({ fetch }: { fetch?: typeof globalThis.fetch }): ReactElement {
  const connection = {
    wire: aiSdkUi,
    baseUrl: '/api/chat',
    model: 'gpt-5.6-terra',
    ...(fetch && { fetch }),
  };
  return <ImageChat connection={connection} style={{ height: '100vh' }} />;
}
