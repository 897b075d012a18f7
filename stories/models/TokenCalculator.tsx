import { useState, type ReactElement } from 'react';
import { findRules, fitForModel, type ImageDetail, sendSize, type Size } from '../../src/index.js';
import { count, px } from '../../src/components/devtools/format.js';
import { Facts } from '../shared/Facts.js';
import { sampleUrl, type SampleFile } from '../shared/samples.js';
import { CellsDrawing } from './CellsDrawing.js';
import { ModelSelect } from './ModelSelect.js';
import { commonSizes } from './sizes.js';

const details: readonly ImageDetail[] = ['auto', 'low', 'high', 'original'];

export interface TokenCalculatorProps {
  width: number;
  height: number;
  model: string;
  detail: ImageDetail;
  /** Under the squares. */
  sample: SampleFile;
}

/** Size, model and detail in; what the model is shown and what it costs out. */
export function TokenCalculator(props: TokenCalculatorProps): ReactElement {
  const [size, setSize] = useState<Size>({ width: props.width, height: props.height });
  const [model, setModel] = useState(props.model);
  const [detail, setDetail] = useState(props.detail);
  const rules = findRules(model);
  const fitted = fitForModel(size, rules, detail);
  const sent = sendSize(size, rules, detail);
  return (
    <>
      <div className="st-fields">
        <PixelField
          label="Width, px"
          value={size.width}
          onChange={(width) => setSize({ ...size, width })}
        />
        <PixelField
          label="Height, px"
          value={size.height}
          onChange={(height) => setSize({ ...size, height })}
        />
        <ModelSelect value={model} onChange={setModel} />
        <label className="st-field">
          Detail
          <select value={detail} onChange={(event) => setDetail(event.target.value as ImageDetail)}>
            {details.map((value) => (
              <option key={value}>{value}</option>
            ))}
          </select>
        </label>
      </div>
      <div className="st-chips">
        {commonSizes.map(({ label, width, height }) => (
          <button
            key={label}
            type="button"
            className="st-button"
            onClick={() => setSize({ width, height })}
          >
            {label}
          </button>
        ))}
      </div>
      <div className="st-grid">
        <section className="st-card" aria-label="Price">
          <p className="st-big">
            {rules.vision
              ? `${fitted.estimated ? 'about ' : ''}${count(fitted.tokens)} tokens`
              : 'Sees no images'}
          </p>
          {fitted.rejected !== undefined && <p className="st-bad">{fitted.rejected}</p>}
          <Facts
            rows={[
              ['Model is shown', rules.vision && px(fitted)],
              ['Counted as', rules.vision && fitted.detail],
              [
                'Kit sends',
                rules.vision && `${px(sent)} at ${sent.detail}, ${count(sent.tokens)} tokens`,
              ],
              ['Because', rules.vision && sent.reason.replaceAll('-', ' ')],
              ['Rules of', rules.family],
              ['Read on', `${rules.source.checked}, ${rules.source.page}`],
              ['Know that', rules.warning],
            ]}
          />
        </section>
        <CellsDrawing src={sampleUrl(props.sample)} size={fitted} cells={fitted.cells} />
      </div>
    </>
  );
}

interface PixelFieldProps {
  label: string;
  value: number;
  onChange: (px: number) => void;
}

function PixelField({ label, value, onChange }: PixelFieldProps): ReactElement {
  return (
    <label className="st-field">
      {label}
      <input
        type="number"
        min={1}
        max={60_000}
        value={value}
        onChange={(event) => onChange(Math.max(1, Math.round(event.target.valueAsNumber || 1)))}
      />
    </label>
  );
}
