import { useState, type ReactElement } from 'react';
import { sampleUrl, type SampleFile } from '../shared/samples.js';

const samples: readonly { file: SampleFile; question: string }[] = [
  { file: 'receipt.png', question: 'Does this receipt add up?' },
  { file: 'still-life.jpg', question: 'What can you see here?' },
  { file: 'tower-stored-sideways.jpg', question: 'Draw a box around each fruit.' },
];

export interface SamplesProps {
  /** Rejects if the sample cannot be loaded. */
  onAsk: (file: SampleFile, question: string) => Promise<void>;
}

/** Three images, each with a question that one press asks. */
export function Samples({ onAsk }: SamplesProps): ReactElement {
  const [busy, setBusy] = useState<SampleFile>();
  const [hasFailed, setFailed] = useState(false);
  const ask = async (file: SampleFile, question: string): Promise<void> => {
    setBusy(file);
    try {
      await onAsk(file, question);
    } catch {
      setFailed(true);
    }
    setBusy(undefined);
  };
  if (hasFailed)
    return <p>The samples could not be loaded. Reload the page, or drop images of your own.</p>;
  return (
    <ul className="pg-samples">
      {samples.map(({ file, question }) => (
        <li key={file}>
          {/* A button that is disabled while it loads would lose the focus. */}
          <button
            type="button"
            aria-disabled={busy !== undefined || undefined}
            onClick={() => busy === undefined && void ask(file, question)}
          >
            <img src={sampleUrl(file)} alt="" />
            <span>{question}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
