export interface Channel<Value> {
  push: (value: Value) => void;
  /** Ends the channel: pending values are still read; then the reader ends, or throws. */
  end: (error?: unknown) => void;
  read: () => AsyncGenerator<Value, void>;
}

/** Connects callbacks on one side to an async loop on the other. One reader. */
export function createChannel<Value>(): Channel<Value> {
  const values: Value[] = [];
  let ended: { error: unknown } | undefined;
  let wake: (() => void) | undefined;
  return {
    push(value) {
      values.push(value);
      wake?.();
    },
    end(error) {
      ended ??= { error };
      wake?.();
    },
    async *read() {
      for (;;) {
        while (values.length > 0) yield* values.splice(0);
        if (ended) break;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (ended.error !== undefined) throw ended.error;
    },
  };
}
