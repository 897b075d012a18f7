/**
 * Where drop, paste and pick meet: files in, pictures out, checked from their headers. A bad file is one rejection with
 * a code; the others go on.
 */
import { KitError } from '../errors.js';
import { readImageInfo } from '../formats/index.js';
import { throwIfAborted } from '../internal/abort.js';
import { fetchLinkedImage, linkedImages } from './linked-images.js';
import { isDataTransfer, listFiles } from './list-files.js';
import { fetchBlocked, rejectedFile, tooManyFiles, typeNotAccepted } from './rejections.js';
import type {
  ImageSource,
  IntakeInput,
  IntakeOptions,
  IntakeRejection,
  IntakeResult,
} from './types.js';

/** SVG is a program as much as a picture; an app asks for it by name. */
const defaultAccept = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/bmp',
  'image/avif',
  'image/heic',
];

/** Headers read at once. */
const CONCURRENCY = 8;

type Checked = { image: ImageSource } | { rejection: IntakeRejection };

/**
 * Reads what was dropped, pasted or picked. Folders are walked; the order is the order given.
 *
 * Call it while the event is being handled, before any wait of your own: browsers empty a `DataTransfer` afterwards.
 *
 * @throws KitError `aborted`
 */
export async function collectImages(
  input: IntakeInput,
  options: IntakeOptions = {},
): Promise<IntakeResult> {
  // Both calls read the event's data before their first wait.
  const listing = listFiles(input);
  const links = isDataTransfer(input) ? linkedImages(input) : [];
  const files = await listing;
  const from = options.from ?? (isDataTransfer(input) ? 'drop' : 'pick');
  const linked =
    files.length === 0 ? await openLinks(links, options) : { files: [], rejections: [] };
  throwIfAborted(options.signal);

  const checked = await checkAll([...files, ...linked.files], { ...options, from });
  return keepRoom(checked, linked.rejections, options.maxFiles);
}

async function openLinks(
  links: readonly string[],
  { fetchLinks = false, signal }: IntakeOptions,
): Promise<{ files: File[]; rejections: IntakeRejection[] }> {
  const files: File[] = [];
  const rejections: IntakeRejection[] = [];
  for (const link of links) {
    const mayFetch = fetchLinks || link.startsWith('data:');
    const file = mayFetch ? await fetchLinkedImage(link, signal) : undefined;
    if (file) files.push(file);
    else rejections.push(fetchBlocked(link));
  }
  return { files, rejections };
}

async function checkAll(
  files: readonly File[],
  options: IntakeOptions & { from: ImageSource['from'] },
): Promise<Checked[]> {
  const checked: Checked[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < files.length) {
      const index = next;
      next += 1;
      const file = files[index];
      if (file) checked[index] = await checkFile(file, options);
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, files.length) }, work));
  return checked;
}

async function checkFile(
  file: File,
  {
    accept = defaultAccept,
    limits = {},
    signal,
    from,
  }: IntakeOptions & { from: ImageSource['from'] },
): Promise<Checked> {
  try {
    const info = await readImageInfo(file, { limits, signal });
    if (!accept.includes(info.mediaType) && !accept.includes('image/*')) {
      return { rejection: typeNotAccepted(file, info.mediaType, accept) };
    }
    return { image: { file, info, name: file.name, from } };
  } catch (error) {
    if (!KitError.is(error) || error.code === 'aborted') throw error;
    return { rejection: rejectedFile(file, error) };
  }
}

/** A bad file takes no place: the limit counts the pictures that are good. */
function keepRoom(
  checked: readonly Checked[],
  others: readonly IntakeRejection[],
  maxFiles = Infinity,
): IntakeResult {
  const good = checked.filter((one) => 'image' in one).length;
  const images: ImageSource[] = [];
  const rejections: IntakeRejection[] = [];
  for (const one of checked) {
    if ('rejection' in one) rejections.push(one.rejection);
    else if (images.length < maxFiles) images.push(one.image);
    else rejections.push(tooManyFiles(one.image.file, Math.max(0, maxFiles), good));
  }
  return { images, rejections: [...rejections, ...others] };
}
