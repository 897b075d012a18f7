/**
 * Turns files into images with the app's sources, one after the other, since each may need the memory of many
 * images.
 */
import { KitError } from '../errors.js';
import { addDrawing } from '../internal/drawings.js';
import { abortedError, throwIfAborted } from '../internal/abort.js';
import type { ExpandedFile, FileFacts, FileSource } from './file-source.js';
import { rejectedFile } from './rejections.js';
import type { AttachedFile, ImageSource, IntakeOptions, IntakeResult } from './types.js';
import type { IntakeRejection } from './rejection.js';

const HEAD_BYTES = 4096;

/** Returns the source that opens a file, based on its first bytes. */
export async function findFileSource(
  file: File,
  sources: readonly FileSource[],
  facts: Omit<FileFacts, 'head'>,
): Promise<FileSource | undefined> {
  // A file that cannot be read was refused for that reason.
  const bytes = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => undefined);
  if (!bytes) return undefined;
  const head = new Uint8Array(bytes);
  return sources.find((source) => source.accepts(file, { ...facts, head }));
}

type CheckImage = (file: File) => Promise<{ image: ImageSource } | { rejection: IntakeRejection }>;

/** @throws KitError `aborted` */
export async function expandFile(
  file: File,
  source: FileSource,
  options: Pick<IntakeOptions, 'ask' | 'signal'> & {
    maxImages: number;
    checkImage: CheckImage;
    /** The file as it can be sent itself. */
    attached: AttachedFile | undefined;
  },
): Promise<IntakeResult> {
  const { ask, attached, checkImage, maxImages, signal = new AbortController().signal } = options;
  const images: ImageSource[] = [];
  const rejections: IntakeRejection[] = [];
  let expanded: ExpandedFile;
  try {
    throwIfAborted(signal);
    const canAttach = attached !== undefined;
    expanded = await source.expandFile(file, { signal, maxImages, canAttach, ...(ask && { ask }) });
  } catch (error) {
    if (signal.aborted) throw abortedError(signal);
    return { images, rejections: [failed(file, error)] };
  }
  throwIfAborted(signal);
  for (const { file: made, alt, drawing } of expanded.images) {
    const checked = await checkImage(made);
    if ('rejection' in checked) {
      rejections.push(checked.rejection);
      continue;
    }
    const image = { ...checked.image, ...(alt !== undefined && { alt }) };
    if (drawing) {
      addDrawing(image.file, drawing);
      image.info = { ...image.info, drawing: { width: drawing.width, height: drawing.height } };
    }
    images.push(image);
  }
  for (const rejection of expanded.rejections ?? []) {
    rejections.push({ name: file.name, ...rejection });
  }
  const isAttached = expanded.isAttached && attached;
  return { images, rejections, ...(isAttached && { files: [attached] }) };
}

function failed(file: File, error: unknown): IntakeRejection {
  if (KitError.is(error) && error.code !== 'aborted') return rejectedFile(file, error);
  const message =
    'No images could be created from this file. Save it again or in another format, and add that.';
  return { code: 'not-expanded', message, name: file.name, file };
}
