/**
 * Returns a file name for an image based on its type, such as `image.jpg`. The name on the user's device may
 * reveal who or what it shows, so it is used only if it is passed.
 */
export function imageFileName(mediaType: string, name = ''): string {
  const stem = name.replace(/\.[^.]*$/, '').trim() || 'image';
  const [, subtype] = /^image\/([a-z]+)/.exec(mediaType) ?? [];
  return subtype === undefined ? stem : `${stem}.${subtype === 'jpeg' ? 'jpg' : subtype}`;
}
