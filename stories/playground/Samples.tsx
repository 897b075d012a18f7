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
  const add = async (file: string): Promise<void> => {
    setBusy(file);
    const blob = await (await fetch(`./samples/${file}`)).blob();
    const { images } = await collectImages([new File([blob], file)], { from: 'code' });
    onImages(images);
    setBusy(undefined);
  };
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
