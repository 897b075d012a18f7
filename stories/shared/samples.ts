/** The kit's own sample images, in `public/samples`. */
export const samples = [
  { file: 'still-life.jpg', label: 'Still life' },
  { file: 'tower-stored-sideways.jpg', label: 'Stored sideways' },
  { file: 'receipt.png', label: 'Receipt' },
  { file: 'receipt-cafe.png', label: 'Café receipt' },
  { file: 'chart.png', label: 'Chart' },
  { file: 'small-text.png', label: 'Small text' },
  { file: 'homework.png', label: 'Homework' },
  { file: 'transparent.png', label: 'Transparent' },
] as const;

export type SampleFile = (typeof samples)[number]['file'];

export const sampleFiles: readonly SampleFile[] = samples.map(({ file }) => file);

export const sampleUrl = (file: SampleFile): string => `${import.meta.env.BASE_URL}samples/${file}`;

const loaded = new Map<SampleFile, Promise<Blob>>();

async function fetchSample(file: SampleFile): Promise<Blob> {
  return (await fetch(sampleUrl(file))).blob();
}

/** A sample as a file, as a person would drop it. Fetched once. */
export async function loadSample(file: SampleFile, name: string = file): Promise<File> {
  const blob = loaded.get(file) ?? fetchSample(file);
  loaded.set(file, blob);
  blob.catch(() => loaded.delete(file));
  const { type } = await blob;
  return new File([await blob], name, { type });
}

export const loadSamples = (files: readonly SampleFile[]): Promise<File[]> =>
  Promise.all(files.map((file) => loadSample(file)));
