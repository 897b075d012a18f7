import { useMemo } from 'react';
import type { Connection } from '../chat/types.js';
import type { RequestTarget } from '../messages/check-request.js';
import type { RequestWork } from '../request/load-request-work.js';

/** What requests are checked against. The rules of the model are missing until the tables of models are loaded. */
export function useRequestTarget(
  connection: Connection,
  work: RequestWork | undefined,
): RequestTarget {
  const { model, baseUrl, wire, capabilities } = connection;
  const vision = capabilities?.vision;
  const rules = useMemo(() => {
    const given = connection.rules;
    return work?.rulesOf({
      model,
      baseUrl,
      ...(given && { rules: given }),
      ...(vision !== undefined && { capabilities: { vision } }),
    });
  }, [connection.rules, work, model, baseUrl, vision]);
  const wireName = wire.name;
  return useMemo(
    () => ({
      model,
      ...(rules && { rules }),
      wire: wireName,
      baseUrl,
      ...(vision !== undefined && { capabilities: { vision } }),
    }),
    [model, rules, wireName, baseUrl, vision],
  );
}
