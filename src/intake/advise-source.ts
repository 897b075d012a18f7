import { KitError } from '../errors.js';
import { warnOnce } from '../internal/warn-once.js';

/** What opens files of a format. */
const advice: Readonly<Record<string, string>> = {
  PDF: 'Install pdf.js (npm i pdfjs-dist) and pass pdfPages() of "image-chat-kit/pdf" in fileSources: then people choose its pages.',
};

/** Tells the developer, once, what the app needs to open the format of a file that was refused. */
export function adviseSource(format: string | undefined): void {
  const sentence = format === undefined ? undefined : advice[format];
  if (sentence === undefined) return;
  warnOnce(
    new KitError('not-an-image', {
      message: `A ${format} was refused, since it is no image. ${sentence}`,
    }),
  );
}
