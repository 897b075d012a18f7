import { loadSample, sampleFiles, type SampleFile } from '../samples.js';
import { likeness, readSignature, type Signature } from './signature.js';

/** A sample with something drawn on it is still the sample; another photograph of fruit on a table is not. */
const ALIKE_FROM = 0.92;

export interface Recognised {
  file: SampleFile;
  /** 1 where nothing was changed. */
  likeness: number;
}

let references: Promise<readonly (readonly [SampleFile, Signature])[]> | undefined;

/** Reads the samples in advance, so that the first answer does not wait for it. */
export function prepareToRecognise(): void {
  references ??= Promise.all(
    sampleFiles.map(async (file) => [file, await readSignature(await loadSample(file))] as const),
  );
}

/** Which of the kit's samples an image shows, told by its pixels, since its bytes differ with each model and detail. */
export async function recogniseSample(image: Blob | undefined): Promise<Recognised | undefined> {
  if (!image) return undefined;
  prepareToRecognise();
  try {
    const signature = await readSignature(image);
    const found = ((await references) ?? []).map(([file, reference]) => ({
      file,
      likeness: likeness(signature, reference),
    }));
    const [best] = found.toSorted((one, other) => other.likeness - one.likeness);
    return best && best.likeness >= ALIKE_FROM ? best : undefined;
  } catch {
    return undefined;
  }
}
