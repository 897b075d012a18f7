import { type ReactElement, type ReactNode, useState } from 'react';
import {
  type Connection,
  type ExpandedImage,
  type FileSource,
  ImageChat,
} from '../../src/index.js';
import '../shared/sheet.css';
import './swatches.css';

interface Swatch {
  name: string;
  colour: string;
}

/** A made-up format: the word SWATCHES, then a name and a colour in each line. */
const swatchBook: FileSource<ReactNode> = {
  accept: ['.swatches'],
  accepts: (_file, { head }) => new TextDecoder().decode(head.subarray(0, 9)) === 'SWATCHES\n',
  async expandFile(file, { signal, maxImages, ask }) {
    const lines = (await file.text()).trim().split('\n').slice(1);
    const swatches = lines.map((line): Swatch => {
      const at = line.lastIndexOf(' ');
      return { name: line.slice(0, at), colour: line.slice(at + 1) };
    });
    if (swatches.length === 0) {
      const message = 'This swatch book is empty.';
      return { images: [], rejections: [{ code: 'refused-by-source', message }] };
    }
    const chosen = ask
      ? await ask<readonly Swatch[]>(
          ({ choose, cancel }) => (
            <SwatchChooser
              bookName={file.name}
              swatches={swatches}
              onChoose={choose}
              onCancel={cancel}
            />
          ),
          { signal },
        )
      : swatches;
    const paints = (chosen ?? []).slice(0, maxImages).map((swatch) => paint(file.name, swatch));
    return { images: await Promise.all(paints) };
  },
};

async function paint(bookName: string, { name, colour }: Swatch): Promise<ExpandedImage> {
  const canvas = new OffscreenCanvas(256, 256);
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 256, 256);
  }
  const file = new File([await canvas.convertToBlob()], `${bookName}, ${name}`);
  return { file, alt: `${name}, ${colour}` };
}

interface SwatchChooserProps {
  bookName: string;
  swatches: readonly Swatch[];
  onChoose: (swatches: readonly Swatch[]) => void;
  onCancel: () => void;
}

function SwatchChooser(props: SwatchChooserProps): ReactElement {
  const { bookName, swatches, onChoose, onCancel } = props;
  const [chosen, setChosen] = useState<readonly Swatch[]>([]);
  return (
    <fieldset className="st-sheet swatches">
      <legend>Colours of {bookName}</legend>
      {swatches.map((swatch) => (
        <label key={swatch.name}>
          <input
            type="checkbox"
            checked={chosen.includes(swatch)}
            onChange={({ target }) =>
              setChosen(
                swatches.filter((one) => (one === swatch ? target.checked : chosen.includes(one))),
              )
            }
          />{' '}
          <span aria-hidden style={{ color: swatch.colour }}>
            ■
          </span>{' '}
          {swatch.name}
        </label>
      ))}
      <span className="st-row">
        <button
          type="button"
          className="st-button"
          data-primary
          disabled={chosen.length === 0}
          onClick={() => onChoose(chosen)}
        >
          Add {chosen.length}
        </button>
        <button type="button" className="st-button" onClick={onCancel}>
          Cancel
        </button>
      </span>
    </fieldset>
  );
}

const intake = { fileSources: [swatchBook] };

export function SwatchChat({ connection }: { connection: Connection }): ReactElement {
  return <ImageChat connection={connection} intake={intake} />;
}
