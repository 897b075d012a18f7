import { findRules, planResize, readImageInfo } from 'image-chat-kit/core';

/** Arithmetic alone: no pixel is read. */
export async function planFor(file: File): Promise<string> {
  const info = await readImageInfo(file);
  const plan = planResize(info, findRules('claude-sonnet-5'), { detail: 'high' });
  return `${plan.width} × ${plan.height} px, ${plan.tokens} tokens, because: ${plan.reason}`;
}
