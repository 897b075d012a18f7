/** Why dictation ended, if the user did not end it. */
export type DictationFailure =
  | 'denied'
  | 'no-microphone'
  | 'unreachable'
  | 'no-language'
  | 'failed';

export interface DictationCall {
  /** BCP 47 tag of the language that is spoken. */
  language: string;
  /** Aborted when the user stops. */
  signal: AbortSignal;
  /** Called with the words heard since the last final ones, again and again until they are final. */
  onText: (text: string, isFinal: boolean) => void;
}

/** Turns speech into text: the browser's own recognition, or a service of the app. */
export interface Dictation {
  /** Listens until the signal is aborted or the speaker is done, and resolves to what went wrong, if anything did. */
  listen: (call: DictationCall) => Promise<DictationFailure | undefined>;
  /** Says in the composer that the browser's maker may receive the audio. @defaultValue false */
  mayLeaveDevice?: boolean;
}

export interface BrowserDictationOptions {
  /** BCP 47 tag of the language that is spoken. @defaultValue the language of the words */
  language?: string;
}

/** The part of the browser's recognition that is used here. Its types are not in every TypeScript. */
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: RecognitionResult) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  stop: () => void;
}

interface RecognitionResult {
  resultIndex: number;
  results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>;
}

interface RecognitionScope {
  SpeechRecognition?: new () => Recognition;
  webkitSpeechRecognition?: new () => Recognition;
}

const failures: Partial<Record<string, DictationFailure | undefined>> = {
  'not-allowed': 'denied',
  'service-not-allowed': 'denied',
  'audio-capture': 'no-microphone',
  network: 'unreachable',
  'language-not-supported': 'no-language',
};
/** The user stopped, or said nothing. */
const noFailures: readonly string[] = ['aborted', 'no-speech'];

/**
 * Dictation by the browser's speech recognition, which may send the audio to the browser's maker. Returns `undefined` in a
 * browser without it.
 */
export function browserDictation({ language }: BrowserDictationOptions = {}):
  | Dictation
  | undefined {
  const scope = globalThis as RecognitionScope;
  const Recognizer = scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
  if (!Recognizer) return undefined;
  return {
    mayLeaveDevice: true,
    listen: (call) =>
      new Promise((resolve) => {
        const recognition = new Recognizer();
        let failure: DictationFailure | undefined;
        recognition.lang = language ?? call.language;
        recognition.continuous = true;
        recognition.interimResults = true;
        recognition.onresult = ({ results, resultIndex }) => {
          let interim = '';
          for (const result of Array.from(results).slice(resultIndex)) {
            const { transcript = '' } = result[0] ?? {};
            if (result.isFinal) call.onText(transcript, true);
            else interim += transcript;
          }
          if (interim !== '') call.onText(interim, false);
        };
        // oxlint-disable-next-line unicorn/prefer-add-event-listener -- one listener, on an object of its own
        recognition.onerror = ({ error }) => {
          if (!noFailures.includes(error)) failure = failures[error] ?? 'failed';
        };
        recognition.onend = () => resolve(failure);
        call.signal.addEventListener('abort', () => recognition.stop());
        recognition.start();
      }),
  };
}
