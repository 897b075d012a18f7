/** Reads aloud with the browser's voices: one text of the page at a time. */

/** Words that are read in one go. */
export interface SpokenPiece {
  text: string;
  /** BCP 47 tag. */
  language: string;
}

interface Reading {
  by: object;
  /** Browsers forget an utterance that nothing refers to, and with it that it has ended. */
  utterances: readonly SpeechSynthesisUtterance[];
}

let reading: Reading | undefined;
const listeners = new Set<() => void>();

/** Whether the browser has voices at all. */
export function canSpeak(): boolean {
  const { speechSynthesis: voices } = globalThis as Partial<typeof globalThis>;
  return voices !== undefined && 'SpeechSynthesisUtterance' in globalThis;
}

export function isReading(by: object): boolean {
  return reading?.by === by;
}

/** Calls the listener when a reading begins or ends. Returns a cleanup function. */
export function subscribeToReading(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads in place of what is read now. `onFailure` is called if the browser cannot. */
export function readAloud(by: object, pieces: readonly SpokenPiece[], onFailure: () => void): void {
  addEventListener('pagehide', endWithPage);
  speechSynthesis.cancel();
  const utterances = pieces.map(({ text, language }) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    return utterance;
  });
  const own: Reading = { by, utterances };
  setReading(own);
  for (const utterance of utterances) {
    utterance.addEventListener('error', () => {
      // What was stopped reports an error too.
      if (reading !== own) return;
      stopReading(by);
      onFailure();
    });
    speechSynthesis.speak(utterance);
  }
  utterances.at(-1)?.addEventListener('end', () => {
    if (reading === own) setReading(undefined);
  });
}

/** Does nothing while something else is read. */
export function stopReading(by: object): void {
  if (!isReading(by)) return;
  setReading(undefined);
  speechSynthesis.cancel();
}

function setReading(next: Reading | undefined): void {
  reading = next;
  for (const listener of listeners) listener();
}

/** Chromium goes on after its page has gone. */
function endWithPage(): void {
  if (reading) stopReading(reading.by);
}
