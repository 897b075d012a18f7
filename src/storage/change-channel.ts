/** Notifies the other parts of a page, in this tab and in others, about a record that was written. */
export interface ChangeChannel<Change> {
  post: (change: Change) => void;
  /** Calls the listener without a change if something may have happened unnoticed. Returns a cleanup function. */
  listen: (listener: (change: Change | undefined) => void) => () => void;
}

/** Without BroadcastChannel, other tabs check for themselves when they become visible. */
export function createChangeChannel<Change>(name: string): ChangeChannel<Change> {
  const listeners = new Set<(change: Change | undefined) => void>();
  let channel: BroadcastChannel | undefined;

  function hear({ data }: MessageEvent<Change>): void {
    for (const listener of listeners) listener(data);
  }

  function lookWhenVisible(): void {
    if (channel || document.visibilityState !== 'visible') return;
    for (const listener of listeners) listener(undefined);
  }

  function open(): void {
    channel = openChannel(name);
    channel?.addEventListener('message', hear);
    document.addEventListener('visibilitychange', lookWhenVisible);
  }

  function close(): void {
    channel?.close();
    channel = undefined;
    document.removeEventListener('visibilitychange', lookWhenVisible);
  }

  return {
    post(change) {
      const used = channel ?? openChannel(name);
      used?.postMessage(change);
      if (used !== channel) used?.close();
      for (const listener of listeners) listener(change);
    },
    listen(listener) {
      if (listeners.size === 0) open();
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) close();
      };
    },
  };
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
