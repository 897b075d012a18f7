/** Lends an object URL to one piece of work and takes it back, whatever happens. */
export async function withObjectUrl<T>(blob: Blob, work: (url: string) => Promise<T>): Promise<T> {
  const url = URL.createObjectURL(blob);
  try {
    return await work(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
