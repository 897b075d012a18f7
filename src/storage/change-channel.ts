/** What one place of a page says to the others, in this tab and in other tabs, about a record that it wrote. */
export interface ChangeChannel<Change> {
  post: (change: Change) => void;
  /** Called without a change where something may have happened unheard. Returns its own undo. */
  listen: (listener: (change: Change | undefined) => void) => () => void;
}

/** Without BroadcastChannel, other tabs are asked to look for themselves when they come into view. */
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
