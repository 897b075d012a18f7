import { createLazyModule, type LazyModule } from '../internal/lazy-module.js';
import type { TurnSteps } from '../chat/turn.js';
import type { RequestSteps, SendingOptions } from '../request/prepare-request.js';
import type { Transport, TransportOptions } from '../transport/types.js';

/** The half of the kit that works without React. The hooks load it after the first paint. */
export const engine = createLazyModule(() => import('./engine.lazy.js'));

export type Engine = Awaited<ReturnType<typeof engine.load>>;

/** What a chat store of the hooks does with a turn. */
export const turnSteps: Pick<LazyModule<TurnSteps>, 'current' | 'load'> = {
  current: () => engine.current()?.turnSteps,
  load: async () => (await engine.load()).turnSteps,
};

/** Creates the transport of a turn. A turn begins once the engine has loaded. */
export function createTransport(options: TransportOptions): Transport {
  return (engine.current() as Engine).createTransport(options);
}

/** Plans and prepares the request of a turn. `optionsOf` is called with each request. */
export function requestSteps(optionsOf: (loaded: Engine) => SendingOptions): RequestSteps {
  const steps = async (): Promise<RequestSteps> => {
    const loaded = await engine.load();
    return loaded.createRequestSteps(optionsOf(loaded));
  };
  return {
    prepareMessages: async (...turn) => (await steps()).prepareMessages(...turn),
    recover: async (...turn) => (await steps()).recover(...turn),
  };
}

export const loadTokenShares = async (): Promise<Engine['tokenShares']> =>
  (await engine.load()).tokenShares;
