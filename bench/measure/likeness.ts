import { jobFor, type Lab } from './lab.ts';
import type { Photo } from './photos.ts';
import { decodeImage, lanczosReference } from './reference.ts';
import { psnr, ssim } from './similarity.ts';

export interface Likeness {
  ssim: number;
  psnr: number;
}

/** How like Lanczos3 the lossless result of each method is, by the method's name. */
export async function likenessOf(
  lab: Lab,
  photo: Photo,
  maxSidePx: number,
  which: 'methods' | 'variants',
): Promise<Map<string, Likeness>> {
  const bench = await lab.openBench([photo]);
  const job = { ...jobFor([photo], 0, maxSidePx), mediaType: 'image/png' as const };
  const likeness = new Map<string, Likeness>();
  try {
    for (const method of bench[which]) {
      await bench.page.evaluate(([name, one]) => window.bench.save(name, one, name), [
        method,
        job,
      ] as const);
      const file = lab.server.saved.get(method);
      if (!file) throw new Error(`nothing saved by ${method}`);
      const made = await decodeImage(file);
      const reference = await lanczosReference(photo, made.width, made.height);
      likeness.set(method, { ssim: ssim(reference, made), psnr: psnr(reference, made) });
    }
  } finally {
    await bench.close();
  }
  return likeness;
}
