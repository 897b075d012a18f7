/**
 * What drafts and conversations have in common: the stored value is restored first, then changes are written
 * as they arrive.
 */

export interface KeeperOptions<Value> {
  empty: Value;
  /** Whether a value needs no save if another one is already saved. */
  isSame: (value: Value, saved: Value) => boolean;
  /** How long a change may wait to be written, given what was written last. */
  pauseMs: (value: Value, saved: Value) => number;
  /** `shown` is what was last loaded or saved, if anything. */
  load: (shown?: Value) => Promise<Value | undefined>;
  /** `basis` is what was last loaded or saved. */
  save: (value: Value, basis: Value) => Promise<void>;
  /**
   * Called once after `connect`, if there is something to restore. Returns what is shown afterwards, as far
   * as it is known.
   */
  onRestore: (found: Value, current: Value) => Value;
  /** Called with what the store holds by now, while nothing else is in progress. */
  takesOver?: { isAtRest: (shown: Value) => boolean; onTakeOver: (value: Value) => void };
  /** Listens to other writers under the same key. Returns a cleanup function. */
  watch?: ((shown: () => Value, onChange: () => void) => (() => void) | undefined) | undefined;
}

export interface Keeper<Value> {
  /** Sets the current value. */
  update: (value: Value) => void;
  /** Writes pending changes, and resolves once everything is written. */
  flush: () => Promise<void>;
  /** Resolves once the stored value is restored, or is known not to exist. */
  whenLoaded: () => Promise<void>;
  /** Whether everything is written. */
  isSaved: () => boolean;
  /** Returns a cleanup function, which writes pending changes. */
  connect: () => () => void;
}

/** Maximum delay until restored content is shown. */
const RESTORED_PAUSE_MS = 250;

export function createKeeper<Value>(options: KeeperOptions<Value>): Keeper<Value> {
  const { empty, isSame, takesOver } = options;
  let current = empty;
  let saved = empty;
  /** The stored value must not be overwritten until it is known. */
  let isLoaded = false;
  let loading = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = Promise.resolve();
  /** Another tab may have written since. */
  let isStale = false;

  function cancelTimer(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function save(): void {
    cancelTimer();
    if (!isLoaded) return;
    if (isSame(current, saved)) {
      void takeOver();
      return;
    }
    const basis = saved;
    saved = current;
    saving = options.save(current, basis);
    void saving.then(takeOver);
  }

  async function load(isWanted: () => boolean): Promise<void> {
    const found = await options.load();
    if (!isWanted()) return;
    isLoaded = true;
    saved = found ?? empty;
    if (found === undefined) {
      save();
      return;
    }
    cancelTimer();
    current = options.onRestore(found, current);
    // An earlier change that the next update does not include.
    timer ??= setTimeout(save, RESTORED_PAUSE_MS);
  }

  /** Never interrupts other work: local changes are written first, and merged. */
  async function takeOver(): Promise<void> {
    if (!takesOver || !isStale || !isAtRest()) return;
    isStale = false;
    const shown = current;
    const found = await options.load(saved);
    if (found === undefined) return;
    if (current !== shown || !isAtRest()) {
      isStale = true;
      return;
    }
    saved = found;
    if (isSame(found, current)) return;
    current = found;
    takesOver.onTakeOver(found);
  }

  function isAtRest(): boolean {
    return isLoaded && isSaved() && takesOver?.isAtRest(current) === true;
  }

  function isSaved(): boolean {
    return isSame(current, saved);
  }

  function noteChange(): void {
    isStale = true;
    void takeOver();
  }

  // The last events that a page on a phone receives.
  function saveWhenHidden(): void {
    if (document.visibilityState === 'hidden') save();
  }

  return {
    update(value) {
      current = value;
      const pauseMs = options.pauseMs(value, saved);
      if (pauseMs === 0) cancelTimer();
      timer ??= setTimeout(save, pauseMs);
    },
    whenLoaded: () => loading,
    async flush() {
      await loading;
      save();
      await saving;
    },
    isSaved,
    connect() {
      let isConnected = true;
      loading = load(() => isConnected);
      const stopWatching = options.watch?.(() => saved, noteChange);
      window.addEventListener('pagehide', save);
      document.addEventListener('visibilitychange', saveWhenHidden);
      return () => {
        isConnected = false;
        stopWatching?.();
        window.removeEventListener('pagehide', save);
        document.removeEventListener('visibilitychange', saveWhenHidden);
        // Changed before the stored value arrived: both are kept.
        isLoaded ||= !isSame(current, empty);
        save();
        isLoaded = false;
      };
    },
  };
}
