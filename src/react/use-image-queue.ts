import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ImageSource } from '../intake/types.js';
import type { ImagePart } from '../messages/types.js';
import { linkAddition } from '../queue/links.js';
import { createQueue } from '../queue/image-queue.js';
import type { LinkFacts } from '../queue/links.js';
import type { QueueItem } from '../queue/types.js';
import type { DetailChoicesOptions } from '../queue/detail-choices.js';
import { createPartsSelector, queueAddition } from '../queue/message-parts.js';
import { engine, loadTokenShares } from './engine.js';
import { createStableValue } from './stable-value.js';
import type { UseImageQueueResult, UseImageQueueOptions } from './types.js';
import { useChooser } from './use-chooser.js';
import { useHeldPipeline } from './use-held-pipeline.js';
import { useLatest } from './use-latest.js';
import { useLazyModule } from './use-lazy-module.js';

/** A queue of images being prepared for a model, with their state for a tray. */
export function useImageQueue(options: UseImageQueueOptions = {}): UseImageQueueResult {
  const pipeline = useHeldPipeline(options);
  const { model, rules: givenRules, prepare: given, detail = 'auto', maxTotalTokens } = options;
  const prepare = useMemo(
    () => ({
      ...given,
      ...(model !== undefined && { model }),
      ...(givenRules && { rules: givenRules }),
    }),
    [given, model, givenRules],
  );
  const preparedFor = useMemo(() => JSON.stringify(prepare), [prepare]);

  const [queue] = useState(() =>
    createQueue({ pipeline, prepare, detail, maxTotalTokens }, loadTokenShares),
  );
  const { ask, chooser } = useChooser();
  const [selectParts] = useState(createPartsSelector);
  const state = useSyncExternalStore(queue.subscribe, queue.getSnapshot, queue.getSnapshot);
  const latestPreparedFor = useLatest(preparedFor);

  useEffect(
    () => queue.setOptions({ pipeline, prepare, detail, maxTotalTokens }),
    [queue, pipeline, prepare, detail, maxTotalTokens],
  );
  useEffect(() => queue.connect(), [queue]);

  const addSources = useCallback(
    (sources: readonly ImageSource[]) =>
      queue.add(
        sources.map(({ file, name, info, alt }) => ({
          file,
          name,
          info,
          ...(alt !== undefined && { alt }),
        })),
      ),
    [queue],
  );
  const addLink = useCallback(
    (url: string, facts?: LinkFacts) => {
      const [id = ''] = queue.add([linkAddition(url, facts)]);
      return id;
    },
    [queue],
  );
  const addParts = useCallback(
    (parts: readonly ImagePart[]) =>
      queue.add(parts.flatMap((part) => queueAddition(part, latestPreparedFor.current) ?? [])),
    [queue, latestPreparedFor],
  );

  const loaded = useLazyModule(engine);
  const rules = useMemo(
    () => givenRules ?? loaded?.findRules(model ?? ''),
    [givenRules, loaded, model],
  );
  const [stable] = useState(createStableValue<Omit<DetailChoicesOptions, 'rules'>>);
  const choosingFor = useMemo(
    () => stable({ prepare, ...budgetOf(state.items, maxTotalTokens) }),
    [stable, prepare, state.items, maxTotalTokens],
  );
  const detailChoices = useMemo(
    () => loaded && rules && loaded.createDetailChoices({ ...choosingFor, rules }),
    [loaded, rules, choosingFor],
  );

  const prepareChoice = useCallback<NonNullable<UseImageQueueResult['prepareChoice']>>(
    ({ file, limits }, { detail, tokens }, signal) =>
      pipeline.prepare(file, {
        ...choosingFor.prepare,
        ...limits,
        detail,
        maxTokens: tokens,
        ...(signal && { signal }),
      }),
    [pipeline, choosingFor],
  );

  const prepareWhole = useCallback<NonNullable<UseImageQueueResult['prepareWhole']>>(
    async ({ file }, signal) => {
      const { wholeImage } = await engine.load();
      return pipeline.prepare(file, {
        ...wholeImage(choosingFor.prepare),
        ...(signal && { signal }),
      });
    },
    [pipeline, choosingFor],
  );

  const parts = selectParts(state.items, preparedFor);
  return useMemo(() => {
    const {
      add,
      waitFor,
      replace,
      remove,
      clear,
      move,
      setDetail,
      setAllDetails,
      setLimits,
      setAlt,
      retry,
    } = queue;
    return {
      ...state,
      parts,
      ...(rules && { rules }),
      ...(detailChoices && { detailChoices }),
      prepareChoice,
      prepareWhole,
      ask,
      chooser,
      add,
      waitFor,
      addSources,
      addLink,
      addParts,
      replace,
      remove,
      clear,
      move,
      setDetail,
      setAllDetails,
      setLimits,
      setAlt,
      replaceSource: queue.replaceSource,
      revertSource: queue.revertSource,
      retry,
    };
  }, [
    queue,
    state,
    parts,
    rules,
    detailChoices,
    prepareChoice,
    prepareWhole,
    ask,
    chooser,
    addSources,
    addLink,
    addParts,
  ]);
}

/** Returns what a choice of detail depends on in addition to its own image, if all images share a budget. */
function budgetOf(
  items: readonly QueueItem[],
  maxTotalTokens: number | undefined,
): Pick<DetailChoicesOptions, 'maxTotalTokens' | 'images'> {
  if (maxTotalTokens === undefined) return {};
  const images = items.flatMap(({ id, info, link, detail, limits, status }) =>
    status === 'failed'
      ? []
      : {
          id,
          detail,
          ...(info && { info }),
          ...(link && { link }),
          ...(limits && { limits }),
        },
  );
  return { maxTotalTokens, images };
}
