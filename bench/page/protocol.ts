/** What `bench/run.ts` asks of the page, and what the page answers. The only file that both sides import. */

/** One image to be made. */
export interface Job {
  /** Which of the files that were put into the page. */
  photo: number;
  /** Upright size to make, px. */
  width: number;
  height: number;
  maxSidePx: number;
  mediaType: 'image/jpeg' | 'image/png';
  /** 0 to 1 */
  quality: number;
  /** Size as stored in the file, before orientation, px. */
  storedWidth: number;
  storedHeight: number;
  /** Whether the sides of the stored image are swapped when it is upright. */
  isTurned: boolean;
}

/** How the page fared meanwhile. */
export interface Calm {
  /** Longest hole between two 4 ms ticks. */
  longestGapMs: number;
  /** Longest task the browser reported (it reports those from 50 ms on). */
  longestTaskMs: number;
}

export interface SingleRun extends Calm {
  ms: number;
  bytes: number;
}

export interface ManyRun extends Calm {
  ms: number;
  firstMs: number;
  failed: number;
}

/** The page's `window.bench`. */
export interface BenchPage {
  methods: string[];
  /** The floor with other decode sizes and filters. */
  variants: string[];
  /** One image by one method, timed. */
  single(method: string, job: Job): Promise<SingleRun>;
  /** All images handed over at once, or as many in flight as serves the method best. */
  many(method: string, jobs: Job[]): Promise<ManyRun>;
  /** One image by one method; its bytes go to the server under this name. */
  save(method: string, job: Job, name: string): Promise<void>;
  /** Does nothing for so long: the floor of the calm figures. */
  idle(ms: number): Promise<Calm>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}
