import { tornTextIndex } from './torn-text.js';
import type { ChatEntry } from './types.js';

/** Whether there is a beginning to continue from. Answers with images cannot be continued. */
export function canContinue({ message, answer }: ChatEntry): boolean {
  const isCutOff = answer?.status === 'incomplete' || answer?.status === 'stopped';
  const last = message.parts[tornTextIndex(message.parts)];
  return isCutOff && answer.endReason !== 'filtered' && last?.type === 'text' && last.text !== '';
}
