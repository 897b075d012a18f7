import type { ReactElement } from 'react';
import { loadSample, samples, sampleUrl, type SampleFile } from './samples.js';

export interface SampleChipsProps {
  label?: string;
  files?: readonly SampleFile[];
  /** Marks the one that shows. */
  selected?: string | undefined;
  onFile: (file: File) => void;
}

/** Sample images to take with one press each. */
export function SampleChips(props: SampleChipsProps): ReactElement {
  const { label = 'Sample images', files, selected, onFile } = props;
  return (
    <fieldset className="st-chips" aria-label={label}>
      {samples
        .filter(({ file }) => files?.includes(file) ?? true)
        .map(({ file, label: name }) => (
          <button
            key={file}
            type="button"
            className="st-chip"
            {...(selected !== undefined && { 'aria-pressed': selected === file })}
            onClick={() => void loadSample(file).then(onFile)}
          >
            <img src={sampleUrl(file)} alt="" />
            {name}
          </button>
        ))}
    </fieldset>
  );
}
