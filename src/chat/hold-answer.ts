/** One tab reads an answer at a time: that which holds its lock. */

/** How long a tab waits for another that may be closing, as a page does that is reloaded. */
const WAIT_MS = 2_000;
/** Shorter than the wait: until then, the other tabs have the end of the answer. */
const AFTER_MS = 1_000;

/** Returns a function that lets go of the answer, or `undefined` if another tab reads it. */
export function holdAnswer(id: string): Promise<(() => void) | undefined> {
  const { navigator: page } = globalThis as { navigator?: { locks?: LockManager } };
  const locks = page?.locks;
  return new Promise((resolve) => {
    // A page that is not secure has no locks, and cannot know. Outside of a page there are no tabs.
    if (!locks) {
      resolve(typeof document === 'undefined' ? () => {} : undefined);
      return;
    }
    const held = (): Promise<void> =>
      new Promise((letGo) => {
        resolve(() => void setTimeout(letGo, AFTER_MS));
      });
    locks
      .request(`image-chat-kit-answer-${id}`, { signal: AbortSignal.timeout(WAIT_MS) }, held)
      .catch(() => resolve(undefined));
  });
}
