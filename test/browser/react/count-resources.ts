import { onTestFinished, vi } from 'vitest';

export interface Resources {
  urls: ReadonlySet<string>;
  workers: ReadonlySet<Worker>;
}

/** Counts the object URLs and workers that are alive, while all of them work as usual. Undone after the test. */
export function countResources(): Resources {
  const urls = new Set<string>();
  const workers = new Set<Worker>();

  class CountedURL extends URL {
    static override createObjectURL(source: Blob | MediaSource): string {
      const url = super.createObjectURL(source);
      urls.add(url);
      return url;
    }

    static override revokeObjectURL(url: string): void {
      urls.delete(url);
      super.revokeObjectURL(url);
    }
  }

  class CountedWorker extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers.add(this);
    }

    override terminate(): void {
      workers.delete(this);
      super.terminate();
    }
  }

  vi.stubGlobal('URL', CountedURL);
  vi.stubGlobal('Worker', CountedWorker);
  onTestFinished(() => void vi.unstubAllGlobals());
  return { urls, workers };
}
