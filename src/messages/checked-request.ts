import type { LimitName, ModelImageRules } from '../models/types.js';
import type { RequestImage } from './request-images.js';
import type { ChatMessage, Problem, WireCapabilities } from './types.js';

/** A request with everything that the checks read. */
export interface CheckedRequest {
  messages: readonly ChatMessage[];
  images: readonly RequestImage[];
  model: string;
  rules: ModelImageRules;
  canSee: boolean;
  /** Whether only the model's name suggests that it cannot see. */
  isVisionGuessed: boolean;
  wire: WireCapabilities | undefined;
  baseUrl: string | undefined;
}

/** Returns a warning for a limit that is only advised, so that the request may be sent. */
export function severityOf({ limits }: ModelImageRules, limit: LimitName): Problem['severity'] {
  return limits.advisory?.includes(limit) ? 'warning' : 'error';
}

/** Creates a problem of one image. */
export function imageProblem(
  { part, index, messageId }: RequestImage,
  problem: Omit<Problem, 'imageId' | 'imageIndex' | 'messageId' | 'name'>,
): Problem {
  const name = part.name === undefined ? {} : { name: part.name };
  return { ...problem, imageId: part.id, imageIndex: index, messageId, ...name };
}

/** Returns the image's name in a sentence: `Image 3 (receipt.jpg)`, or `This image` before it has a number. */
export function nameOf({ part, index }: RequestImage): string {
  if (index < 0) return 'This image';
  const name = Array.from(part.name ?? '');
  if (name.length === 0) return `Image ${index + 1}`;
  const shown = name.length > 40 ? `${name.slice(0, 39).join('')}…` : name.join('');
  return `Image ${index + 1} (${shown})`;
}

/** Whether the bytes needed to prepare the image again are available. */
export function canBeRemade({ part }: RequestImage): boolean {
  return part.original !== undefined || part.data.kind === 'bytes';
}

export function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('en-US', { maximumFractionDigits: 1 })} MB`;
}
