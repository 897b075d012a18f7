/** What draft and conversation have in common: the old one is brought back first, then changes are written as they come. */

export interface KeeperOptions<Value> {
  empty: Value;
  /** Whether a value needs no save where another one is saved. */
  isSame: (value: Value, saved: Value) => boolean;
  /** How long a change may wait to be written, given what was written last. */
  pauseMs: (value: Value, saved: Value) => number;
  /** `shown` is what was loaded or saved last, if it was. */
  load: (shown?: Value) => Promise<Value | undefined>;
  /** `basis` is what was loaded or saved last. */
  save: (value: Value, basis: Value) => Promise<void>;
  /** Called once after `connect`, if there is something to bring back. Returns what is shown then, as far as it is known. */
  onRestore: (found: Value, current: Value) => Value;
  /** Called with what the store holds by now, while nothing else is going on. */
  takesOver?: { isAtRest: (shown: Value) => boolean; onTakeOver: (value: Value) => void };
  /** Listens to other places that write under the same key. Returns its own undo. */
  watch?: ((shown: () => Value, onChange: () => void) => (() => void) | undefined) | undefined;
}

export interface Keeper<Value> {
  /** How it stands now. */
  update: (value: Value) => void;
  /** Writes what is not written yet, and resolves once everything is. */
  flush: () => Promise<void>;
  /** Resolves once the old value is back, or is known not to be there. */
  whenLoaded: () => Promise<void>;
  /** Whether everything is written. */
  isSaved: () => boolean;
  /** Returns its own undo, which writes what is not written yet. */
  connect: () => () => void;
}

/** What is restored is shown within this time. */
const RESTORED_PAUSE_MS = 250;

export function createKeeper<Value>(options: KeeperOptions<Value>): Keeper<Value> {
  const { empty, isSame, takesOver } = options;
  let current = empty;
  let saved = empty;
  /** Until the old value is known it may not be written over. */
  let isLoaded = false;
  let loading = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = Promise.resolve();
  /** Another tab may have written something since. */
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
    // A change that was made before, and that the next update does not bring.
    timer ??= setTimeout(save, RESTORED_PAUSE_MS);
  }

  /** Never in the middle of something: what changes here meanwhile is written first, and merged. */
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

  // The last events that a page on a phone gets.
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
        // Changed before the old value had come: both are kept.
        isLoaded ||= !isSame(current, empty);
        save();
        isLoaded = false;
      };
    },
  };
}
