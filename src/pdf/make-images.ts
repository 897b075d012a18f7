import { KitError } from '../errors.js';
import type { ExpandedFile, ExpandedImage } from '../intake/file-source.js';
import type { IntakeRejectionCode } from '../intake/rejection.js';
import { makeImage, type MakeOptions } from './make-image.js';
import { PdfError } from './pdf-error.js';
import type { PdfFile } from './types.js';

export interface MakeImagesOptions extends Omit<MakeOptions, 'name'> {
  nameOf: (number: number) => string;
  /** Called before each page, with its place among the chosen ones, from 1. */
  onPage?: (place: number) => void;
}

/** Makes images of pages, one after the other. A page that cannot be drawn is a rejection with the name of its image. */
export async function makeImages(
  pdf: PdfFile,
  numbers: readonly number[],
  { nameOf, onPage, ...options }: MakeImagesOptions,
): Promise<ExpandedFile> {
  const images: ExpandedImage[] = [];
  const rejections: NonNullable<ExpandedFile['rejections']>[number][] = [];
  for (const [at, number] of numbers.entries()) {
    const name = nameOf(number);
    onPage?.(at + 1);
    try {
      images.push(await makeImage(pdf, number, { ...options, name }));
    } catch (error) {
      const isOfPage =
        error instanceof PdfError || (KitError.is(error) && error.code !== 'aborted');
      if (!isOfPage) throw error;
      rejections.push({ code: error.code as IntakeRejectionCode, message: error.message, name });
    }
  }
  return { images, rejections };
}
