/**
 * Names the file of an image by its type: `image.jpg`. The name that it has on a person's device may say who or what it shows,
 * and is used only where it is given.
 */
export function imageFileName(mediaType: string, name = ''): string {
  const stem = name.replace(/\.[^.]*$/, '').trim() || 'image';
  const [, subtype] = /^image\/([a-z]+)/.exec(mediaType) ?? [];
  return subtype === undefined ? stem : `${stem}.${subtype === 'jpeg' ? 'jpg' : subtype}`;
}
