import { collectImages } from '../../intake/collect-images.js';
import type { ImageSource, IntakeOptions } from '../../intake/types.js';
import type { IntakeRejection } from '../../intake/rejection.js';
import { rejectedFile } from '../../intake/rejections.js';
import { createPrepareFile, type FileImageOptions } from '../shared/prepare-file.js';
import { fileOf } from './image-part-of.js';

/** What react-dropzone passes: a drag, a paste, a file selection, or the handles of the file picker. */
export type DropEventLike = object;

export type GetFilesFromEvent = (event: DropEventLike) => Promise<Array<File | DataTransferItem>>;

export interface GetFilesFromEventOptions extends Omit<IntakeOptions, 'from' | 'signal'> {
  /**
   * Prepares the images for a model before `onDrop` is called; `imagePartOf(file)` then returns what to send.
   * @defaultValue files are passed unchanged
   */
  prepare?: FileImageOptions;
  /**
   * Called with files that were not accepted, each with a code and a sentence; react-dropzone does not report
   * these.
   */
  onReject?: (rejections: readonly IntakeRejection[]) => void;
}

/**
 * The kit's intake for `useDropzone({ getFilesFromEvent: createGetFilesFromEvent({ … }) })`: folders are
 * walked, images are recognised by their bytes instead of their names, pasted ones are named. The `accept` of
 * `useDropzone` should cover the types that `prepare` produces: JPEG, PNG and WebP.
 */
export function createGetFilesFromEvent(options: GetFilesFromEventOptions = {}): GetFilesFromEvent {
  const { prepare, onReject, ...intake } = options;
  const prepareFile = prepare && createPrepareFile(prepare);

  async function makeFile(
    { file, name }: ImageSource,
    refused: IntakeRejection[],
  ): Promise<File[]> {
    if (!prepareFile) return [file];
    try {
      const part = { ...(await prepareFile(file)), name, original: file };
      return part.data.kind === 'bytes' ? [fileOf(part, part.data.bytes)] : [];
    } catch (error) {
      refused.push(rejectedFile(file, error));
      return [];
    }
  }

  return async (event) => {
    const hovering = draggedItems(event);
    if (hovering) return hovering;
    const { images, rejections } = await collectImages(await readEvent(event), intake);
    const refused = [...rejections];
    const files = await Promise.all(images.map((image) => makeFile(image, refused)));
    if (refused.length > 0) onReject?.(refused);
    return files.flat();
  };
}

interface EventFields {
  type?: string;
  dataTransfer?: DataTransfer | null;
  clipboardData?: DataTransfer | null;
  target?: { files?: FileList | null } | null;
}

/** While hovering, a browser only exposes kinds and types, which react-dropzone compares with `accept`. */
function draggedItems(event: DropEventLike): DataTransferItem[] | undefined {
  const { type, dataTransfer } = event as EventFields;
  if (!dataTransfer || type === 'drop') return undefined;
  return Array.from(dataTransfer.items).filter(({ kind }) => kind === 'file');
}

function readEvent(event: DropEventLike): Promise<DataTransfer | Iterable<File>> {
  if (Array.isArray(event)) {
    return Promise.all((event as FileSystemFileHandle[]).map((handle) => handle.getFile()));
  }
  const { dataTransfer, clipboardData, target } = event as EventFields;
  return Promise.resolve(dataTransfer ?? clipboardData ?? Array.from(target?.files ?? []));
}
