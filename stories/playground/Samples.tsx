import { useState, type ReactElement } from 'react';
import { loadSample, sampleUrl, type SampleFile } from '../shared/samples.js';
import { showcase } from './showcase.js';

const samples: readonly { file: SampleFile; question: string }[] = [
  { file: 'receipt.png', question: 'Does this receipt add up?' },
  { file: 'still-life.jpg', question: 'What can you see here?' },
  { file: 'tower-stored-sideways.jpg', question: 'Draw a box around each fruit.' },
];

/** A failure is reported by the press. */
const fetchAhead = (file: SampleFile): void => void loadSample(file).catch(() => {});

export interface SamplesProps {
  /** The demo backend has an answer in store that shows all of markdown. */
  isDemo: boolean;
  /** Asks without an image if there is no file. Rejects if the sample cannot be loaded. */
  onAsk: (question: string, file?: SampleFile) => Promise<void>;
}

/** Three images, each with a question that one press asks, and a question without an image. */
export function Samples({ isDemo, onAsk }: SamplesProps): ReactElement {
  const [busy, setBusy] = useState<SampleFile>();
  const [hasFailed, setFailed] = useState(false);
  const ask = async (file: SampleFile, question: string): Promise<void> => {
    setBusy(file);
    try {
      await onAsk(question, file);
    } catch {
      setFailed(true);
    }
    setBusy(undefined);
  };
  if (hasFailed)
    return <p>The samples could not be loaded. Reload the page, or drop images of your own.</p>;
  return (
    <>
      <ul className="pg-samples">
        {samples.map(({ file, question }) => (
          <li key={file}>
            {/* A button that is disabled while it loads would lose the focus. */}
            <button
              type="button"
              aria-disabled={busy !== undefined || undefined}
              onPointerEnter={() => fetchAhead(file)}
              onFocus={() => fetchAhead(file)}
              onClick={() => busy === undefined && void ask(file, question)}
            >
              <img src={sampleUrl(file)} alt="" />
              <span>{question}</span>
            </button>
          </li>
        ))}
      </ul>
      {/* Keeps its room, so that nothing moves when another connection is chosen. */}
      <button
        type="button"
        className="pg-question"
        data-unanswered={!isDemo || undefined}
        onClick={() => void onAsk(showcase.text)}
      >
        {showcase.label}
      </button>
    </>
  );
}
