/**
 * Prepares images, without a framework. Each keeps its position, has a preview immediately, and is prepared
 * again from its original when its detail or the model changes; until then the last result stays visible.
 */
import type { KitError } from '../errors.js';
import { abortedError } from '../internal/abort.js';
import { createId as createRandomId } from '../internal/create-id.js';
import { createFrameBatch } from '../internal/frame-batch.js';
import type { ImageDetail } from '../models/types.js';
import { linkItem, wayBack } from './links.js';
import { previewBlob } from './preview-blob.js';
import {
  queuedItem,
  type QueueSource,
  queueState,
  type SourceFacts,
  toKitError,
  withNotes,
  withoutFile,
  withoutSource,
} from './state.js';
import { createTokenBudget, type ShareTokens } from './token-budget.js';
import { createPreviewUrls } from './preview-urls.js';
import type { ImageQueue, ImageQueueOptions, QueueAddition, QueueItem } from './types.js';
import type { PreparedImage } from '../pipeline/types.js';

/** The pipeline has its own limit; a few more than that keep it busy, while the rest can still be reordered. */
const MAX_HANDED_OVER = 4;
/** With more images, progress is published less often, since each time the interface looks at all of them. */
const MANY_IMAGES = 40;
/** Shorter than a replaced preview stays valid. */
const REST_OF_MANY_MS = 64;

/** Creates a queue that loads what a token budget needs, or has it already. */
export function createQueue(
  initialOptions: ImageQueueOptions,
  loadShares: () => Promise<ShareTokens>,
): ImageQueue {
  let options = initialOptions;
  let items: readonly QueueItem[] = [];
  let arrivals = 0;
  let state = queueState(items, arrivals);
  let isConnected = true;
  /** Images being prepared. A result is accepted only from the controller that is still registered here. */
  const running = new Map<string, AbortController>();
  const urls = createPreviewUrls();
  const listeners = new Set<() => void>();
  const budget = createTokenBudget(
    () => items,
    () => options,
    loadShares,
  );
  const batch = createFrameBatch(
    () => {
      state = queueState(items, arrivals);
      for (const listener of listeners) listener();
    },
    () => (items.length > MANY_IMAGES ? REST_OF_MANY_MS : 0),
  );

  function update(id: string, change: (item: QueueItem) => QueueItem): void {
    items = items.map((item) => (item.id === id ? change(item) : item));
  }

  function cancel(id: string): void {
    running.get(id)?.abort(abortedError());
    running.delete(id);
  }

  /** Hands over the first waiting images, up to the limit. */
  function handOver(): void {
    if (!isConnected) return;
    for (const item of items) {
      if (running.size >= MAX_HANDED_OVER) return;
      if (item.status === 'queued') void prepare(item);
    }
  }

  async function prepare({ id, file, detail, limits }: QueueItem): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    const isCurrent = (): boolean => running.get(id) === controller;
    update(id, (item) => ({ ...item, status: 'preparing' }));
    batch.schedule();
    try {
      const hasBudget = options.maxTotalTokens !== undefined;
      const maxTokens = hasBudget ? await budget.take(id) : undefined;
      const prepared = await options.pipeline.prepare(file, {
        ...options.prepare,
        ...limits,
        ...(maxTokens !== undefined && { maxTokens }),
        detail,
        signal: controller.signal,
        onProgress({ fraction }) {
          if (!isCurrent()) return;
          update(id, (item) => ({ ...item, progress: fraction }));
          batch.schedule();
        },
      });
      if (isCurrent()) update(id, (item) => readyItem(item, withNotes(item, prepared)));
    } catch (error) {
      if (isCurrent()) {
        const failure = toKitError(error);
        update(id, (item) => withoutFile(item, failure) ?? failedItem(item, failure));
      }
    }
    if (!isCurrent()) return;
    running.delete(id);
    batch.schedule();
    handOver();
    void keepToBudget();
  }

  /** Adding, removing or measuring an image changes the budget of the others. */
  async function keepToBudget(): Promise<void> {
    try {
      const stale = await budget.findStale();
      if (stale.size > 0) requeue(stale);
    } catch {
      // The next image meets the same failure, and reports it.
    }
  }

  function readyItem({ error: _error, ...item }: QueueItem, prepared: PreparedImage): QueueItem {
    return {
      ...item,
      info: prepared.source,
      status: 'ready',
      progress: 1,
      prepared,
      ...preview(item.id, prepared.blob),
      previewIsFinal: true,
    };
  }

  /** An image that could not be prepared cannot be displayed either, so its preview is removed. */
  function failedItem({ previewUrl: _gone, ...item }: QueueItem, error: KitError): QueueItem {
    urls.replace(item.id, undefined);
    return { ...item, status: 'failed', previewIsFinal: false, error };
  }

  function preview(id: string, blob: Blob | undefined): { previewUrl?: string } {
    const previewUrl = isConnected ? urls.replace(id, blob) : undefined;
    return previewUrl === undefined ? {} : { previewUrl };
  }

  /** Returns the preview of an image before it is prepared. */
  function sourcePreview({ id, prepared, file, info }: SourceFacts): { previewUrl?: string } {
    const blob = prepared?.blob ?? previewBlob(file, info);
    if (blob !== file || !isConnected) return preview(id, blob);
    const previewUrl = urls.replaceByFile(id, file);
    return previewUrl === undefined ? {} : { previewUrl };
  }

  function newItem(addition: QueueAddition): QueueItem {
    const { link, prepared } = addition;
    const id = addition.id ?? (options.createId ?? createRandomId)();
    const item = queuedItem(id, addition, options.detail);
    if (link) return linkItem(item, link);
    return prepared ? readyItem(item, prepared) : { ...item, ...sourcePreview(item) };
  }

  /** Keeps the current result visible to avoid flicker, although it is no longer what will be sent. */
  function requeue(ids: ReadonlySet<string>, change: Partial<QueueItem> = {}): void {
    for (const id of ids) cancel(id);
    items = items.map((item) => {
      if (!ids.has(item.id)) return item;
      if (item.link) return { ...item, ...change };
      const { error: _error, ...rest } = item;
      return {
        ...rest,
        ...change,
        ...(item.status === 'failed' && sourcePreview(item)),
        status: 'queued',
        progress: 0,
        previewIsFinal: false,
      };
    });
    handOver();
    batch.flush();
  }

  /**
   * Removes everything made from the previous file at once, including its URLs: the state with the new one is
   * published in the same call.
   */
  function replaceFile(id: string, source: (item: QueueItem) => QueueSource | undefined): void {
    const item = items.find((candidate) => candidate.id === id);
    const replacement = item && source(item);
    if (!replacement) return;
    urls.revoke(id);
    update(id, (before) => ({
      ...withoutSource(before),
      ...replacement,
      ...sourcePreview({ id, file: replacement.file, info: replacement.info }),
    }));
    requeue(new Set([id]));
  }

  function idsWhere(matches: (item: QueueItem) => boolean): ReadonlySet<string> {
    return new Set(items.filter(matches).map(({ id }) => id));
  }

  function remove(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      cancel(id);
      urls.revoke(id);
    }
    items = items.filter(({ id }) => !ids.has(id));
    handOver();
    batch.flush();
    void keepToBudget();
  }

  function setDetails(detail: ImageDetail, matches: (item: QueueItem) => boolean): void {
    const ids = idsWhere((item) => matches(item) && item.detail !== detail);
    if (ids.size > 0) requeue(ids, { detail });
  }

  function disconnect(): void {
    isConnected = false;
    for (const id of running.keys()) cancel(id);
    urls.revokeAll();
    batch.cancel();
    items = items.map(({ previewUrl: _revoked, ...item }) =>
      item.status === 'preparing' ? { ...item, status: 'queued', progress: 0 } : item,
    );
    state = queueState(items, arrivals);
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(additions) {
      const added = additions.map(newItem);
      items = [...items, ...added];
      handOver();
      batch.flush();
      return added.map(({ id }) => id);
    },
    waitFor(arrival) {
      const arrived = (): void => {
        arrivals -= 1;
        batch.schedule();
      };
      arrivals += 1;
      batch.flush();
      arrival.then(arrived, arrived);
    },
    replace(id, additions) {
      const index = items.findIndex((item) => item.id === id);
      if (index === -1) return [];
      const added = additions.map(newItem);
      items = items.toSpliced(index, 0, ...added);
      remove(new Set([id]));
      return added.map((item) => item.id);
    },
    remove: (id) => remove(new Set([id])),
    clear: () => remove(idsWhere(() => true)),
    move(id, toIndex) {
      const item = items.find((candidate) => candidate.id === id);
      if (!item) return;
      const others = items.filter((candidate) => candidate !== item);
      items = others.toSpliced(Math.max(0, toIndex), 0, item);
      batch.flush();
    },
    setDetail: (id, detail) => setDetails(detail, (item) => item.id === id),
    setAllDetails: (detail) => setDetails(detail, () => true),
    setLimits: (id, limits) =>
      requeue(
        idsWhere((item) => item.id === id),
        { limits },
      ),
    setAlt(id, alt) {
      update(id, (item) => ({ ...item, alt }));
      batch.flush();
    },
    replaceSource: (id, file, facts = {}) =>
      replaceFile(id, (item) => ({ ...facts, file, ...wayBack(item) })),
    revertSource: (id) => replaceFile(id, ({ unedited }) => unedited),
    retry: (id) => requeue(idsWhere((item) => item.id === id && item.status === 'failed')),
    setOptions(changed) {
      const before = JSON.stringify(options.prepare);
      options = { ...options, ...changed };
      if (JSON.stringify(options.prepare) !== before) requeue(idsWhere(() => true));
      else void keepToBudget();
    },
    connect() {
      if (!isConnected) {
        isConnected = true;
        items = items.map((item) => ({
          ...item,
          ...(item.status !== 'failed' && sourcePreview(item)),
        }));
        handOver();
        batch.flush();
      }
      return disconnect;
    },
  };
}
