import type { ReactElement } from 'react';
import type { StreamPlan } from '../chat-protocol.ts';

/** What the bench does with a chat on the page. */
export interface ChatControls {
  ask: () => void;
  isBusy: () => boolean;
}

/** One chat kit with its usual parts. `onReady` is called with each change of its state. */
export interface Contender {
  name: string;
  render: (plan: StreamPlan, onReady: (controls: ChatControls) => void) => ReactElement;
}
