import { stripMetadata } from '../../formats/strip-metadata.js';
import type { RenderJob, RenderResult } from '../render-types.js';
import type { OutputMediaType, PrepareNote } from '../types.js';

/** Returns the media types that a job allows, the preferred one first. */
export function mediaTypesOf({ plan, alternatives }: RenderJob): OutputMediaType[] {
  return [plan.mediaType, ...alternatives];
}

/**
 * Returns the file itself, in its full size and without its metadata, or `undefined` if the model does not
 * accept its type, or if its metadata cannot be removed.
 */
export async function renderAsFile(
  job: RenderJob,
  note: PrepareNote,
): Promise<RenderResult | undefined> {
  const { image, info, plan } = job;
  const mediaType = mediaTypesOf(job).find((type) => type === info.mediaType);
  if (!mediaType) return undefined;
  let stripped: Uint8Array<ArrayBuffer>;
  try {
    stripped = stripMetadata(new Uint8Array(await image.arrayBuffer()), info);
  } catch {
    return undefined;
  }
  return {
    image: new Blob([stripped], { type: mediaType }),
    mediaType,
    quality: 1,
    width: plan.from.width,
    height: plan.from.height,
    route: 'image-element',
    notes: [note],
    timings: [],
  };
}
