import type { DictationFailure } from '../../shared/browser-dictation.js';
import type { DictationWords } from '../english/dictation.js';

const failures: Record<DictationFailure, string> = {
  denied:
    'Das Mikrofon ist gesperrt. Erlauben Sie es im Browser für diese Seite und versuchen Sie es noch einmal.',
  'no-microphone': 'Es wurde kein Mikrofon gefunden. Schließen Sie eines an.',
  unreachable: 'Die Sprache wurde nicht erkannt, weil der Dienst dafür nicht erreichbar ist.',
  'no-language': 'Diese Sprache wird hier nicht erkannt. Tippen Sie Ihre Frage.',
  failed: 'Das Diktat ist fehlgeschlagen. Versuchen Sie es noch einmal oder tippen Sie.',
};

export const germanDictationWords: DictationWords = {
  dictate: 'Diktieren',
  stopDictating: 'Diktat beenden',
  listening: 'Hört zu. Escape beendet.',
  audioMayLeave: 'Der Hersteller Ihres Browsers kann die Aufnahme erhalten.',
  dictationEnded: 'Diktat beendet',
  dictationFailed: (failure) => failures[failure],
};
