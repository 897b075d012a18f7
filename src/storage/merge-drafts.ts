/**
 * Several tabs may write drafts under one key. Each save replaces the drafts that its tab has seen and leaves
 * the others in place; the next chat to open receives all of them as one.
 */
import { createId } from '../internal/create-id.js';
import { isRecord } from '../internal/read-value.js';
import type { DraftFile, DraftImage } from './types.js';

export type StoredDraftImage = Omit<DraftImage, 'file'> & {
  /** Set if another draft holds different bytes under the same id. */
  blobId?: string;
};

/** `blobId` is set as for images. */
export type StoredDraftFile = Omit<DraftFile, 'file'> & { blobId?: string };

export interface StoredDraft {
  /** Id of the save that created it. */
  id: string;
  text: string;
  images: readonly StoredDraftImage[];
  files?: readonly StoredDraftFile[];
  /** Id of the question that was being sent. */
  questionId?: string;
}

/** Earlier versions of the kit read only `text` and `images`. */
export interface DraftRecord extends StoredDraft {
  /** All of them, if there is more than one. */
  drafts?: readonly StoredDraft[];
}

/** Reads whatever a record contains. Never throws. */
export function readDrafts(value: unknown): readonly StoredDraft[] {
  try {
    const drafts = isRecord(value) && value['drafts'];
    const found = Array.isArray(drafts) ? [...(drafts as unknown[])] : [value];
    return found.map(readDraft).filter((draft) => draft !== undefined);
  } catch {
    return [];
  }
}

function readDraft(value: unknown): StoredDraft | undefined {
  if (!isRecord(value)) return undefined;
  const { id, text: anyText, images: anyImages, files: anyFiles, questionId } = value;
  const text = typeof anyText === 'string' ? anyText : '';
  const images = Array.isArray(anyImages) ? (anyImages as unknown[]).flatMap(readImage) : [];
  const files = Array.isArray(anyFiles) ? (anyFiles as unknown[]).flatMap(readFile) : [];
  if (text === '' && images.length === 0 && files.length === 0) return undefined;
  return {
    // Earlier versions of the kit wrote no id.
    id: typeof id === 'string' ? id : JSON.stringify([text, images.map((image) => image.id)]),
    text,
    images,
    ...(files.length > 0 && { files }),
    ...(typeof questionId === 'string' && { questionId }),
  };
}

function readImage(value: unknown): readonly StoredDraftImage[] {
  if (!isRecord(value)) return [];
  const { id, name, detail, link, alt, legend, blobId, ...rest } = value;
  if (typeof id !== 'string') return [];
  return [
    {
      ...rest,
      id,
      name: typeof name === 'string' ? name : '',
      detail: (typeof detail === 'string' ? detail : 'auto') as StoredDraftImage['detail'],
      ...(isRecord(link) &&
        typeof link['url'] === 'string' && { link: readLink(link['url'], link) }),
      ...(typeof alt === 'string' && { alt }),
      ...(typeof legend === 'string' && { legend }),
      ...(typeof blobId === 'string' && { blobId }),
    },
  ];
}

function readFile(value: unknown): readonly StoredDraftFile[] {
  if (!isRecord(value)) return [];
  const { id, name, mediaType, blobId } = value;
  if (typeof id !== 'string' || typeof mediaType !== 'string') return [];
  return [
    {
      id,
      mediaType,
      name: typeof name === 'string' ? name : '',
      ...(typeof blobId === 'string' && { blobId }),
    },
  ];
}

function readLink(
  url: string,
  { widthPx, heightPx }: Partial<Record<string, unknown>>,
): NonNullable<DraftImage['link']> {
  return {
    url,
    ...(Number.isFinite(widthPx) && { widthPx: Number(widthPx) }),
    ...(Number.isFinite(heightPx) && { heightPx: Number(heightPx) }),
  };
}

/** Joins drafts into one with the text and images of all. Repeated content is included once. */
export function joinDrafts(drafts: readonly StoredDraft[]): StoredDraft {
  const [first, ...more] = drafts;
  if (first && more.length === 0) return first;
  const texts = drafts
    .map(({ text }) => text)
    .filter(
      (text, index, all) =>
        text.trim() !== '' &&
        !all.some(
          (other, place) =>
            other.includes(text.trim()) && (other.trim() !== text.trim() || place < index),
        ),
    );
  const files = withoutRepeats(drafts.flatMap((draft) => draft.files ?? []));
  const questionId = drafts.find((draft) => draft.questionId !== undefined)?.questionId;
  return {
    id: createId(),
    text: texts.join('\n\n'),
    images: withoutRepeats(drafts.flatMap((draft) => draft.images)),
    ...(files.length > 0 && { files }),
    ...(questionId !== undefined && { questionId }),
  };
}

/** Returns items once. One with the same id and other bytes gets an id of its own. */
function withoutRepeats<Item extends { id: string; blobId?: string }>(
  all: readonly Item[],
): readonly Item[] {
  const items = new Map<string, Item>();
  for (const item of all) {
    const { id, blobId = id } = item;
    const other = items.get(id);
    if (!other) items.set(id, item);
    else if ((other.blobId ?? id) !== blobId) {
      const ownId = createId();
      items.set(ownId, { ...item, id: ownId, blobId });
    }
  }
  return [...items.values()];
}
