import { useState, type ReactElement } from 'react';
import { collectImages, type ImageSource } from '../../src/index.js';

const samples = [
  { file: 'still-life.jpg', name: 'Still life' },
  { file: 'receipt.png', name: 'Receipt' },
  { file: 'tower-stored-sideways.jpg', name: 'Fruit tower' },
] as const;

/** Three images to try with one press each. */
export function Samples({ onImages }: { onImages: (images: ImageSource[]) => void }): ReactElement {
  const [busy, setBusy] = useState<string>();
  const [hasFailed, setFailed] = useState(false);
  const add = async (file: string): Promise<void> => {
    setBusy(file);
    try {
      const blob = await (await fetch(`./samples/${file}`)).blob();
      const sample = new File([blob], file, { type: blob.type });
      onImages((await collectImages([sample], { from: 'code' })).images);
    } catch {
      setFailed(true);
    }
    setBusy(undefined);
  };
  if (hasFailed)
    return <p>The samples could not be loaded. Reload the page, or drop images of your own.</p>;
  return (
    <ul className="pg-samples">
      {samples.map(({ file, name }) => (
        <li key={file}>
          {/* A button that is disabled while it loads would lose the focus. */}
          <button
            type="button"
            aria-disabled={busy === file || undefined}
            onClick={() => busy !== file && void add(file)}
          >
            <img src={`./samples/${file}`} alt="" />
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
