/**
 * Mentions of images in the user's text: `@image2`. They refer to an image by number, so they are updated
 * when the images are moved; the model reads the image's label instead, `Image 2`.
 */

/** Includes the preceding character, since `me@image1` is an address. */
const MENTION = /(^|[^\p{L}\p{N}_@])(@image)([1-9]\d*)(?![\p{L}\p{N}_])/giu;

/** Mention of a removed image. It refers to nothing, rather than to the wrong image. */
const GONE = '?';

/**
 * Returns a text whose mentions refer to the same images after these were moved or removed. A mention of a
 * removed image becomes `@image?`, for the user to see; one that referred to nothing before stays unchanged.
 *
 * @param oldOrder the images' ids in the order the text was written for
 */
export function renumberMentions(
  text: string,
  oldOrder: readonly string[],
  newOrder: readonly string[],
): string {
  return text.replace(MENTION, (whole, before: string, token: string, digits: string) => {
    const id = oldOrder[Number(digits) - 1];
    if (id === undefined) return whole;
    const index = newOrder.indexOf(id);
    return `${before}${token}${index < 0 ? GONE : index + 1}`;
  });
}

/** Whether a text mentions one of this many images. */
export function mentionsImage(text: string, imageCount: number): boolean {
  return Array.from(text.matchAll(MENTION)).some(([, , , digits]) => Number(digits) <= imageCount);
}

/** Splits a text into its plain parts and, for each mention, the number of its image, from 1. */
export function splitMentions(text: string, imageCount: number): Array<string | number> {
  const pieces: Array<string | number> = [];
  let end = 0;
  for (const match of text.matchAll(MENTION)) {
    const [whole, before = '', , digits] = match;
    const number = Number(digits);
    if (number > imageCount) continue;
    pieces.push(text.slice(end, match.index + before.length), number);
    end = match.index + whole.length;
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== '');
}

/** Returns a text as the model reads it: `@image2` becomes the image's label, `Image 2`. */
export function nameMentions(text: string, imageCount: number): string {
  return splitMentions(text, imageCount)
    .map((piece) => (typeof piece === 'number' ? `Image ${piece}` : piece))
    .join('');
}
