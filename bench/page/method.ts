import type { Job } from './protocol.ts';

/** One way to make an image smaller. */
export interface Method {
  name: string;
  /** Images in flight when there are many: the number that serves this method best. */
  inFlight: number;
  shrink(photo: File, job: Job): Promise<Blob>;
}
