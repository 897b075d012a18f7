import type { ReactElement } from 'react';
import { findRules, fitForModel, type ImageDetail } from '../../src/index.js';
import { count, px } from '../../src/components/devtools/format.js';

const details: readonly ImageDetail[] = ['low', 'high', 'original', 'auto'];

export interface DetailTableProps {
  width: number;
  height: number;
  models: readonly string[];
}

/** What each detail costs, model by model. */
export function DetailTable({ width, height, models }: DetailTableProps): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on narrow screens, so the keyboard has to get there
    <div className="st-scroll" tabIndex={0}>
      <table className="st-table">
        <caption>
          Tokens of an image of {px({ width, height })}, and what the model is shown
        </caption>
        <thead>
          <tr>
            <th scope="col">Model</th>
            {details.map((detail) => (
              <th key={detail} scope="col" className="st-number">
                {detail}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={model}>
              <th scope="row">{model}</th>
              {details.map((detail) => (
                <Cell key={detail} size={{ width, height }} model={model} detail={detail} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  size: { width: number; height: number };
  model: string;
  detail: ImageDetail;
}

function Cell({ size, model, detail }: CellProps): ReactElement {
  const rules = findRules(model);
  if (detail === 'original' && !rules.sizing.original) {
    return <td className="st-number st-hint">as high</td>;
  }
  const fitted = fitForModel(size, rules, detail);
  return (
    <td className="st-number" title={fitted.rejected}>
      {fitted.rejected === undefined ? (
        <b>
          {fitted.estimated && '~'}
          {count(fitted.tokens)}
        </b>
      ) : (
        <span className="st-tag" data-tone="bad">
          refused
        </span>
      )}
      <br />
      <small className="st-small">
        {detail === 'auto' ? `is ${fitted.detail}` : `${fitted.width} × ${fitted.height}`}
      </small>
    </td>
  );
}
