import { loadFixture } from '../../helpers/load-fixture.js';

/** A photograph of 48 megapixels. */
export async function largePhoto(): Promise<Blob> {
  const canvas = new OffscreenCanvas(8000, 6000);
  const context = canvas.getContext('2d');
  const photo = await createImageBitmap(await loadFixture('photo.jpg'));
  context?.drawImage(photo, 0, 0, 8000, 6000);
  photo.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}
