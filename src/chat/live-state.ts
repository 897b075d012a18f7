import { createFrameBatch } from '../internal/frame-batch.js';
import type { ChatEvent } from '../wire/types.js';
import { reduceChat, type ChatAction } from './reduce.js';
import type { ChatState } from './types.js';

/** Updates this frequent look continuous; more would only add renders. */
const TEXT_REST_MS = 50;
/** Text that arrives faster than this is not read while it arrives, and needs fewer renders. */
const FAST_CHARS_PER_MS = 0.6;
const FAST_TEXT_REST_MS = 80;

/** The state of a chat, of which subscribers hear at a pace that a screen can follow. */
export interface LiveState {
  readonly state: ChatState;
  subscribe: (listener: () => void) => () => void;
  /** Changes the state, and tells subscribers at once. */
  dispatch: (action: ChatAction) => void;
  /** Changes the state, of which subscribers hear with whatever comes next. */
  change: (change: (state: ChatState) => ChatState) => void;
  /** Tells subscribers soon. */
  schedule: () => void;
  /** Takes an event in soon, together with those around it. */
  push: (event: ChatEvent) => void;
  /** Takes in what has been pushed. */
  takeIn: () => void;
  cancel: () => void;
}

export function createLiveState(
  initial: ChatState,
  withEvents: (state: ChatState, events: readonly ChatEvent[]) => ChatState,
): LiveState {
  let state = initial;
  let pending: ChatEvent[] = [];
  let restMs = TEXT_REST_MS;
  const listeners = new Set<() => void>();
  const batch = createFrameBatch(publish, () => restMs);

  function takeIn(): void {
    const events = pending;
    pending = [];
    state = withEvents(state, events);
  }

  function publish(): void {
    const isFast = countChars(pending) > FAST_CHARS_PER_MS * restMs;
    restMs = isFast ? FAST_TEXT_REST_MS : TEXT_REST_MS;
    takeIn();
    for (const listener of listeners) listener();
  }

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(action) {
      takeIn();
      state = reduceChat(state, action);
      batch.flush();
    },
    change(change) {
      state = change(state);
    },
    schedule: () => batch.schedule(),
    push(event) {
      pending.push(event);
      batch.schedule();
    },
    takeIn,
    cancel: () => batch.cancel(),
  };
}

const countChars = (events: readonly ChatEvent[]): number =>
  events.reduce((chars, event) => chars + ('text' in event ? event.text.length : 0), 0);
