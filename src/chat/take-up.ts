/**
 * Takes an interrupted answer up again that the server may still be writing. Of several tabs, the one that holds the
 * answer reads it.
 */
import { KitError } from '../errors.js';
import type { LazyModule } from '../internal/lazy-module.js';
import type { Turn, TurnSteps } from './turn.js';
import type { ChatEntry, Connection } from './types.js';

/** An answer that can be read again. */
export interface InterruptedAnswer {
  answerId: string;
  resumeId: string;
}

/** Returns the last answer, if it was interrupted and the wire format of the connection can read it again. */
export function interruptedAnswer(
  entries: readonly ChatEntry[],
  { wire }: Connection,
): InterruptedAnswer | undefined {
  const { message, answer } = entries.at(-1) ?? {};
  if (!message || answer?.status !== 'incomplete') return undefined;
  const { resume } = answer;
  if (!wire.resume || resume?.wire !== wire.name) return undefined;
  return { answerId: message.id, resumeId: resume.id };
}

/** Returns a function that takes the answer up that `find` returns, unless another tab does. */
export function createTakeUp(
  turnSteps: Pick<LazyModule<TurnSteps>, 'current' | 'load'>,
  {
    find,
    resume,
  }: {
    find: () => InterruptedAnswer | undefined;
    resume: (answer: InterruptedAnswer, letGo: () => void) => void;
  },
): () => Promise<void> {
  let isTakingUp = false;

  async function hold(resumeId: string): Promise<Turn['letGo']> {
    try {
      const steps = turnSteps.current() ?? (await turnSteps.load());
      return await steps.holdAnswer(resumeId);
    } catch (error) {
      // Without a network, the code that reads it may not load. The answer stays as it is.
      if (!KitError.is(error)) throw error;
      return undefined;
    }
  }

  return async () => {
    const found = find();
    if (!found || isTakingUp) return;
    isTakingUp = true;
    const letGo = await hold(found.resumeId).finally(() => {
      isTakingUp = false;
    });
    // Another tab may have finished it in the meantime.
    const answer = find();
    if (letGo && answer?.resumeId === found.resumeId) resume(answer, letGo);
    else letGo?.();
  };
}
