import type { ReactElement } from 'react';
import { type Connection, ImageDropzone } from '../../src/index.js';
import { useObjectUrl } from '../../src/parts.js';
import { Sheet } from '../shared/Sheet.js';
import { loadSamples, type SampleFile } from '../shared/samples.js';
import { useJudgements, type Judgement, type Verdict } from './use-judgements.js';
// `image-chat-kit/heic`, for the photos of iPhones in every browser.
import '../../src/pipeline/decode/heic.js';
import './recipes.css';

const submitted: readonly SampleFile[] = [
  'still-life.jpg',
  'tower-stored-sideways.jpg',
  'receipt.png',
  'chart.png',
  'small-text.png',
  'transparent.png',
];

export function ModerationQueue({ connection }: { connection: Connection }): ReactElement {
  const { judgements, add, decide } = useJudgements(connection);
  const open = judgements.filter(({ verdict }) => verdict === undefined).length;
  const addSamples = async (): Promise<void> => add(await loadSamples(submitted));
  return (
    <Sheet isWide>
      <ImageDropzone onImages={(images) => void add(images.map(({ file }) => file))} isPageWide />
      <div className="st-row">
        <button type="button" className="st-button" data-primary onClick={() => void addSamples()}>
          Add six images
        </button>
        <output className="st-hint">
          {open} of {judgements.length} wait for you
        </output>
      </div>
      <ol className="st-list rc-queue">
        {judgements.map((judgement) => (
          <Waiting
            key={judgement.id}
            judgement={judgement}
            onDecide={(verdict) => decide(judgement.id, verdict)}
          />
        ))}
      </ol>
    </Sheet>
  );
}

interface WaitingProps {
  judgement: Judgement;
  onDecide: (verdict: Verdict) => void;
}

function Waiting({ judgement, onDecide }: WaitingProps): ReactElement {
  const { file, tokens, opinion, error, verdict } = judgement;
  const isDone = opinion !== undefined || error !== undefined;
  return (
    <li className="st-card" data-verdict={verdict}>
      <img src={useObjectUrl(file)} alt={file.name} />
      {!isDone && <p className="st-hint">being looked at…</p>}
      {error !== undefined && <p className="st-bad">{error}</p>}
      {opinion !== undefined && (
        <>
          <p className="st-hint">{tokens} tokens</p>
          <p style={{ overflowWrap: 'anywhere' }}>{opinion.split('\n').find(Boolean)}</p>
        </>
      )}
      {verdict === undefined ? (
        <div className="st-row">
          <button
            type="button"
            className="st-button"
            aria-label={`Allow ${file.name}`}
            onClick={() => onDecide('allowed')}
          >
            Allow
          </button>
          <button
            type="button"
            className="st-button"
            aria-label={`Reject ${file.name}`}
            onClick={() => onDecide('rejected')}
          >
            Reject
          </button>
        </div>
      ) : (
        <b>{verdict}</b>
      )}
    </li>
  );
}
