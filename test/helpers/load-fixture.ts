const urls: Record<string, string> = import.meta.glob('../fixtures/images/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

const typesByExtension: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
  avif: 'image/avif',
  heic: 'image/heic',
  jxl: 'image/jxl',
  tiff: 'image/tiff',
  pdf: 'application/pdf',
};

/** An image of `test/fixtures/images` in a browser, as a `File` whose type is told from its name, as browsers do. */
export async function loadFixture(name: string): Promise<File> {
  const url = urls[`../fixtures/images/${name}`];
  if (!url) throw new Error(`No image named ${name} in test/fixtures/images.`);
  const response = await fetch(url);
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return new File([await response.arrayBuffer()], name, {
    type: typesByExtension[extension] ?? '',
  });
}
