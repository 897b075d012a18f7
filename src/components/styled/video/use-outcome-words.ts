import { KitError } from '../../../errors.js';
import { formatTime } from '../../../video/format-time.js';
import { VideoError } from '../../../video/video-error.js';
import { useWords } from '../../words/WordsProvider.js';
import { type ChoosingOutcome, MOST_FRAMES } from './use-chosen-frames.js';
import { useVideoWords } from './use-video-words.js';

/** Returns what the last action of the chooser came to, in words; `undefined` if that is plain to see. */
export function useOutcomeWords(outcome: ChoosingOutcome | undefined): string | undefined {
  const { rejection, error: wordError } = useWords();
  const words = useVideoWords();
  if (outcome?.kind === 'full') return words.mostFrames(MOST_FRAMES);
  if (outcome?.kind === 'no-scenes') return words.noScenes;
  if (outcome?.kind === 'searched-until') return words.searchedUntil(formatTime(outcome.timeS));
  if (outcome === undefined) return undefined;
  const { error } = outcome;
  if (error instanceof VideoError) {
    return rejection({ code: error.code, message: error.message, name: '' });
  }
  return KitError.is(error) ? wordError(error) : String(error);
}
