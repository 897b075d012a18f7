import { formatNumber } from '../format-number.js';

/** Words for choosing pages of a PDF. They load with the chooser. */
export interface PdfWords {
  pagesOf: (fileName: string) => string;
  /** Label of the field for page numbers. */
  pages: string;
  page: (number: number) => string;
  /** Name of the image of a page. */
  imageName: (fileName: string, number: number) => string;
  opening: string;
  /** While images of the chosen pages are made. */
  making: (done: number, count: number) => string;
  passwordHint: string;
  password: string;
  wrongPassword: string;
  open: string;
  /** Sends the PDF itself in place of images of its pages. */
  attach: string;
  /** On the thumbnail of a page that cannot be drawn. */
  noPreview: string;
}

export const englishPdfWords: PdfWords = {
  pagesOf: (fileName) => `Pages of ${fileName}`,
  pages: 'Pages',
  page: (number) => `Page ${formatNumber(number, 'en')}`,
  imageName: (fileName, number) => `${fileName}, page ${number}`,
  opening: 'Opening the PDF…',
  making: (done, count) =>
    `Drawing page ${formatNumber(done, 'en')} of ${formatNumber(count, 'en')}…`,
  passwordHint: 'This PDF is protected. Its password stays on this device.',
  password: 'Password',
  wrongPassword: 'This password is not right. Try again.',
  open: 'Open',
  attach: 'Attach as a file',
  noPreview: 'No preview',
};
