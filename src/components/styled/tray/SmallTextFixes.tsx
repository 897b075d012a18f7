import { type ReactElement, useMemo, useState } from 'react';
import type { KitError } from '../../../errors.js';
import type { Size } from '../../../formats/types.js';
import { cutIntoPieces } from '../../../queue/cut-into-pieces.js';
import { type PiecePlan, planPieces } from '../../../queue/plan-pieces.js';
import { toKitError } from '../../../queue/state.js';
import type { QueueAddition, QueueItem } from '../../../queue/types.js';
import type { TrayQueue } from '../../parts/tray/index.js';
import { imageTitle, sentNumber } from '../../words/image-title.js';
import { useWords } from '../../words/WordsProvider.js';
import { noteAction } from './TileNote.js';

export interface SmallTextFixesProps {
  item: QueueItem;
  queue: TrayQueue;
  /** Opens the editor that crops the image. */
  onEdit?: (id: string) => void;
}

/** Fixes for text that becomes too small to read. */
export function SmallTextFixes({ item, queue, onEdit }: SmallTextFixesProps): ReactElement {
  const words = useWords();
  const [isCutting, setCutting] = useState(false);
  const [failure, setFailure] = useState<KitError>();
  const { replace, detailChoices, setDetail } = queue;
  const hasOriginal = useMemo(() => isLargerAsOriginal(item, detailChoices), [item, detailChoices]);
  const plan = useMemo(() => planFor(item, detailChoices), [item, detailChoices]);
  const title = imageTitle(item.name, sentNumber(queue.items, item.id), words);
  const cut = (button: Element): void => {
    if (!plan) return;
    setCutting(true);
    void cutTile(item, plan, queue, button.closest('ul'))
      .then(setFailure)
      .finally(() => setCutting(false));
  };
  const fixes = [
    plan && replace && { text: words.cutIntoPieces(plan.pieces.length), act: cut },
    hasOriginal && { text: words.sendOriginal, act: () => setDetail(item.id, 'original') },
    onEdit && { text: words.cropImage, act: () => onEdit(item.id) },
  ];
  return (
    <div className="ik:grid ik:justify-items-start ik:gap-2 ik:empty:hidden">
      {fixes.map(
        (fix) =>
          fix && (
            <button
              key={fix.text}
              type="button"
              data-ick-part="tray-fix"
              aria-label={`${fix.text}: ${title}`}
              disabled={isCutting}
              onClick={(event) => fix.act(event.currentTarget)}
              className={`ik:disabled:opacity-60 ${noteAction}`}
            >
              {fix.text}
            </button>
          ),
      )}
      {failure && (
        <p role="alert" className="ik:text-warn">
          {words.error(failure)}
        </p>
      )}
    </div>
  );
}

/** Returns why the image cannot be cut here; its tile then stays unchanged. */
async function cutTile(
  item: QueueItem,
  plan: PiecePlan,
  queue: TrayQueue,
  list: Element | null,
): Promise<KitError | undefined> {
  const cutting = cutIntoPieces(item, plan).then((pieces) => {
    replaceBy(item.id, pieces, queue, list);
    return undefined;
  }, toKitError);
  queue.waitFor?.(cutting);
  return cutting;
}

/** Replaces the image by the pieces, and focuses the first of them. */
function replaceBy(
  id: string,
  pieces: readonly QueueAddition[],
  { items, replace }: TrayQueue,
  list: Element | null,
): void {
  const index = items.findIndex((one) => one.id === id);
  replace?.(id, pieces);
  requestAnimationFrame(() => {
    const tile = list?.children[index];
    if (tile instanceof HTMLElement) tile.focus();
  });
}

/** How much larger an image must become for its text to be readable. */
const CLEARLY_LARGER = 1.3;

function isLargerAsOriginal(item: QueueItem, choicesOf: TrayQueue['detailChoices']): boolean {
  const original = choicesOf?.(item).find(({ sentAs }) => sentAs === 'original');
  return original !== undefined && original.width > (item.prepared?.width ?? 0) * CLEARLY_LARGER;
}

function planFor(item: QueueItem, choicesOf: TrayQueue['detailChoices']): PiecePlan | undefined {
  const { prepared, detail, limits } = item;
  if (!prepared || !choicesOf) return undefined;
  const wanted = detail === 'low' ? 'high' : detail;
  const fit = (size: Size): Size => {
    const info = { ...prepared.source, ...size, orientation: 1 as const };
    return choicesOf({ id: '', info, limits }).find((one) => one.detail === wanted) ?? size;
  };
  return planPieces(prepared.plan.from, fit);
}
