import type { Job } from './protocol.ts';

/** One way to make a picture smaller. */
export interface Method {
  name: string;
  /** Pictures in flight when there are many: the number that serves this method best. */
  inFlight: number;
  shrink(photo: File, job: Job): Promise<Blob>;
}
