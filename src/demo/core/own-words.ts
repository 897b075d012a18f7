const LABEL = /^Image \d+:/;
/** A label may be followed by the legend of its image. */
const LEGEND = /^\d+: /;

/** Returns the user's text, without the labels before each image of a labelled request. */
export function ownWords(text: string, imageCount: number): string {
  const lines = text.split('\n');
  if (imageCount === 0 || lines.filter((line) => LABEL.test(line)).length !== imageCount) {
    return text;
  }
  let isInLabel = false;
  const own = lines.filter((line) => {
    isInLabel = LABEL.test(line) || (isInLabel && LEGEND.test(line));
    return !isInLabel;
  });
  return own.join('\n').trim();
}
