/** What draft and conversation have in common: the old one is brought back first, then changes are written as they come. */

export interface KeeperOptions<Value> {
  empty: Value;
  isSame: (a: Value, b: Value) => boolean;
  /** How long a change may wait to be written, given what was written last. */
  pauseMs: (value: Value, saved: Value) => number;
  load: () => Promise<Value | undefined>;
  save: (value: Value) => Promise<void>;
  /** Called once after `connect`, if there is something to bring back. */
  onRestore: (value: Value) => void;
}

export interface Keeper<Value> {
  /** How it stands now. */
  update: (value: Value) => void;
  /** Writes what is not written yet, and resolves once everything is. */
  flush: () => Promise<void>;
  /** Returns its own undo, which writes what is not written yet. */
  connect: () => () => void;
}

export function createKeeper<Value>(options: KeeperOptions<Value>): Keeper<Value> {
  const { empty, isSame } = options;
  let current = empty;
  let saved = empty;
  /** Until the old value is known it may not be written over. */
  let isLoaded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let loading = Promise.resolve();
  let saving = Promise.resolve();

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!isLoaded || isSame(current, saved)) return;
    saved = current;
    saving = options.save(current);
  }

  async function load(isWanted: () => boolean): Promise<void> {
    const found = await options.load();
    if (!isWanted()) return;
    isLoaded = true;
    saved = found ?? empty;
    if (found !== undefined) options.onRestore(found);
    else save();
  }

  // The last events that a page on a phone gets.
  function saveWhenHidden(): void {
    if (document.visibilityState === 'hidden') save();
  }

  return {
    update(value) {
      current = value;
      const pauseMs = options.pauseMs(value, saved);
      if (pauseMs === 0) {
        clearTimeout(timer);
        timer = undefined;
      }
      timer ??= setTimeout(save, pauseMs);
    },
    async flush() {
      await loading;
      save();
      await saving;
    },
    connect() {
      let isConnected = true;
      loading = load(() => isConnected);
      window.addEventListener('pagehide', save);
      document.addEventListener('visibilitychange', saveWhenHidden);
      return () => {
        isConnected = false;
        window.removeEventListener('pagehide', save);
        document.removeEventListener('visibilitychange', saveWhenHidden);
        // Changed before the old value had come: the new one is worth more.
        isLoaded ||= !isSame(current, empty);
        save();
        isLoaded = false;
      };
    },
  };
}
