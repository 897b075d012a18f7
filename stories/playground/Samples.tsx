import { useState, type ReactElement } from 'react';
import { collectImages, type ImageSource } from '../../src/index.js';

const samples = [
  { file: 'still-life.jpg', name: 'Still life' },
  { file: 'receipt.png', name: 'Receipt' },
  { file: 'tower-stored-sideways.jpg', name: 'Stored sideways' },
] as const;

/** Three pictures to try with one press each. */
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
    return <p>The samples could not be loaded. Reload the page, or drop pictures of your own.</p>;
  return (
    <ul className="pg-samples">
      {samples.map(({ file, name }) => (
        <li key={file}>
          <button type="button" disabled={busy === file} onClick={() => void add(file)}>
            <img src={`./samples/${file}`} alt="" />
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
