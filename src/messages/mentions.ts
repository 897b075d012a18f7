/**
 * Mentions of images in what a person writes: `@image2`. They name an image by its number, and so have to follow when
 * the images are moved; what the model reads is the label that stands before the image, `Image 2`.
 */

/** With what stands before it, since `me@image1` is an address. */
const MENTION = /(^|[^\p{L}\p{N}_@])(@image)([1-9]\d*)(?![\p{L}\p{N}_])/giu;

/** The mention of an image that is gone. It names nothing, so that nobody is sent to the wrong one. */
const GONE = '?';

/**
 * A text whose mentions name the same images after these were moved or removed. That of a removed image becomes
 * `@image?`, for the person to see; one that named nothing before stays as it is.
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

/** Whether a text mentions one of so many images. */
export function mentionsImage(text: string, imageCount: number): boolean {
  return Array.from(text.matchAll(MENTION)).some(([, , , digits]) => Number(digits) <= imageCount);
}

/** A text in pieces: words as they were written, and in place of each mention the number of its image, from 1. */
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

/** A text as the model reads it: `@image2` is called what its label says, `Image 2`. */
export function nameMentions(text: string, imageCount: number): string {
  return splitMentions(text, imageCount)
    .map((piece) => (typeof piece === 'number' ? `Image ${piece}` : piece))
    .join('');
}
