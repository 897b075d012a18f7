/** What each form of a place begins with. Short, since it is loaded with every chat. */
const SIGN =
  /["'](?:\w*_?box(?:es)?(?:_?2d)?|rect\w*|bounds|region|bounding\w*|points?(?:_?2d)?|coord\w*|polygons?|segmentation|x(?:1|_?min)?|left)["']\s*:|<points?[\s>]|<loc_?\d|<\|?(?:box|bbox|det|begin_of_box)/i;

/** The longest sign that a piece of a stream may have cut, and the spaces in it. */
const OVERLAP = 40;

/**
 * Returns a function that says whether a growing text may point out places in images, at the cost of its new
 * characters. A `true` may be wrong, a `false` never is.
 */
export function createRegionDetector(): (text: string) => boolean {
  let checked = '';
  let mayHave = false;
  return (text) => {
    const isSame = text.startsWith(checked);
    if (!isSame) mayHave = false;
    mayHave ||= SIGN.test(isSame ? text.slice(Math.max(0, checked.length - OVERLAP)) : text);
    checked = text;
    return mayHave;
  };
}
