/**
 * Mentions of pictures in what a person writes: `@image2`. They name a picture by its number, and so have to follow when
 * the pictures are moved; what the model reads is the label that stands before the picture, `Image 2`.
 */

/** With what stands before it, since `me@image1` is an address. */
const MENTION = /(^|[^\p{L}\p{N}_@])(@image)([1-9]\d*)(?![\p{L}\p{N}_])/giu;

/** The mention of a picture that is gone. It names nothing, so that nobody is sent to the wrong one. */
const GONE = '?';

/**
 * A text whose mentions name the same pictures after these were moved or removed. That of a removed picture becomes
 * `@image?`, for the person to see; one that named nothing before stays as it is.
 *
 * @param oldOrder the pictures' ids in the order the text was written for
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

/** Whether a text mentions one of so many pictures. */
export function mentionsImage(text: string, imageCount: number): boolean {
  return Array.from(text.matchAll(MENTION)).some(([, , , digits]) => Number(digits) <= imageCount);
}

/** A text as the model reads it: `@image2` is called what its label says, `Image 2`. */
export function nameMentions(text: string, imageCount: number): string {
  return text.replace(MENTION, (whole, before: string, _token: string, digits: string) =>
    Number(digits) <= imageCount ? `${before}Image ${digits}` : whole,
  );
}
