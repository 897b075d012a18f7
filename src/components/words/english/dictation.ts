import type { DictationFailure } from '../../shared/browser-dictation.js';

/** The words for dictation. They load with its button. */
export interface DictationWords {
  dictate: string;
  stopDictating: string;
  listening: string;
  /** The browser's recognition may run on a server. */
  audioMayLeave: string;
  dictationEnded: string;
  dictationFailed: (failure: DictationFailure) => string;
}

const failures: Record<DictationFailure, string> = {
  denied: 'The microphone is blocked. Allow it for this page in the browser, then try again.',
  'no-microphone': 'No microphone was found. Connect one, then try again.',
  unreachable: 'Speech could not be recognized, because its service was not reached.',
  'no-language': 'Speech in this language is not recognized here. Type your question.',
  failed: 'Dictation failed. Try again, or type your question.',
};

export const englishDictationWords: DictationWords = {
  dictate: 'Dictate',
  stopDictating: 'Stop dictating',
  listening: 'Listening. Escape stops.',
  audioMayLeave: 'The maker of your browser may receive the audio.',
  dictationEnded: 'Dictation ended',
  dictationFailed: (failure) => failures[failure],
};
