import { useCallback, useState } from 'react';
import {
  assembleMessages,
  createTransport,
  KitError,
  prepareImage,
  type Connection,
} from '../../src/core.js';

const system =
  'You look at images that people want to publish. Say first "allow" or "review", then why, in one sentence.';

export type Verdict = 'allowed' | 'rejected';

export interface Judgement {
  id: string;
  file: File;
  tokens?: number;
  /** What the model said. */
  opinion?: string;
  error?: string;
  /** What the person decided. */
  verdict?: Verdict;
}

/** One request for one image, at `low`: many images, and each looked at briefly. */
async function ask(
  { wire, model, options, ...target }: Connection,
  file: File,
): Promise<Pick<Judgement, 'tokens' | 'opinion'>> {
  const prepared = await prepareImage(file, { model, detail: 'low' });
  const messages = assembleMessages({ system, text: 'May this be published?', images: [prepared] });
  const request = await wire.buildRequest(messages, { ...options, model });
  const transport = createTransport({ baseUrl: target.baseUrl, fetch: target.fetch ?? fetch });
  const events = wire.readEvents(transport.stream(request, { framing: wire.framing }));
  let opinion = '';
  for await (const event of events) {
    if (event.type === 'text-delta') opinion += event.text;
    if (event.type === 'message-fail') throw new KitError(event.code, event);
  }
  return { tokens: prepared.tokens, opinion };
}

export interface Judgements {
  judgements: readonly Judgement[];
  add: (files: readonly File[]) => Promise<void>;
  decide: (id: string, verdict: Verdict) => void;
}

/** A queue of images, each with the opinion of a model and the decision of a person. */
export function useJudgements(connection: Connection): Judgements {
  const [judgements, setJudgements] = useState<readonly Judgement[]>([]);
  const change = useCallback(
    (id: string, facts: Partial<Judgement>) =>
      setJudgements((before) =>
        before.map((judgement) => (judgement.id === id ? { ...judgement, ...facts } : judgement)),
      ),
    [],
  );
  const add = useCallback(
    async (files: readonly File[]) => {
      const added = files.map((file) => ({ id: crypto.randomUUID(), file }));
      setJudgements((before) => [...before, ...added]);
      for (const { id, file } of added) {
        try {
          change(id, await ask(connection, file));
        } catch (error) {
          change(id, { error: KitError.is(error) ? error.message : String(error) });
        }
      }
    },
    [connection, change],
  );
  const decide = useCallback((id: string, verdict: Verdict) => change(id, { verdict }), [change]);
  return { judgements, add, decide };
}
