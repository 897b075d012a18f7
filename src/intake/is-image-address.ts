/** File extensions of URLs that lead to an image. */
const IMAGE_ADDRESS = /\.(?:jpe?g|jfif|png|webp|gif|bmp|avif|heic|heif|svg)$/i;

/** Whether this is the URL of an image, as far as its own words say. */
export function isImageAddress(text: string): boolean {
  if (/^data:image\//i.test(text)) return true;
  if (!/^https?:\/\/\S+$/i.test(text)) return false;
  try {
    return IMAGE_ADDRESS.test(new URL(text).pathname);
  } catch {
    return false;
  }
}
