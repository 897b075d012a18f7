import { useMemo, useState } from 'react';
import type { Connection } from '../chat/types.js';
import type { RequestTarget } from '../messages/check-request.js';
import type { WireCapabilities } from '../messages/types.js';
import type { Engine } from './engine.js';
import { createStableValue } from './stable-value.js';

/**
 * Returns what requests are checked against. The rules of the model are missing until the tables of models are loaded.
 */
export function useRequestTarget(
  connection: Connection,
  loaded: Engine | undefined,
): RequestTarget {
  const { model, baseUrl, capabilities } = connection;
  const vision = capabilities?.vision;
  const rules = useMemo(() => {
    const given = connection.rules;
    return loaded?.rulesOf({
      model,
      baseUrl,
      ...(given && { rules: given }),
      ...(vision !== undefined && { capabilities: { vision } }),
    });
  }, [connection.rules, loaded, model, baseUrl, vision]);
  const [sameWire] = useState(createStableValue<WireCapabilities>);
  const wire = sameWire(connection.wire);
  return useMemo(
    () => ({
      model,
      ...(rules && { rules }),
      wire,
      baseUrl,
      ...(vision !== undefined && { capabilities: { vision } }),
    }),
    [model, rules, wire, baseUrl, vision],
  );
}
