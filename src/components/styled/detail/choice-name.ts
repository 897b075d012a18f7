import { capitalized } from '../../words/capitalized.js';
import type { Words } from '../../words/types.js';
import type { OfferedDetail } from './offered-details.js';

/** Returns the name of a choice: "High", or "Auto (high)" where another detail is sent. */
export function choiceName({ detail, sentAs = detail }: OfferedDetail, words: Words): string {
  return capitalized(words.detailSentAs(detail, sentAs), words.locale);
}
