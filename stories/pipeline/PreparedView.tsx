import type { ReactElement } from 'react';
import type { PreparedImage } from '../../src/index.js';
import { bytes, count, px } from '../../src/components/devtools/format.js';
import { Facts } from '../shared/Facts.js';
import { Slider } from '../shared/Slider.js';

/** Wall time of each stage, as bars. */
function Timings({ timings }: Pick<PreparedImage, 'timings'>): ReactElement {
  const longest = Math.max(...timings.map(({ ms }) => ms), 1);
  return (
    <div className="st-bars">
      {timings.map(({ stage, ms }) => (
        <Timing key={stage} stage={stage} ms={ms} share={ms / longest} />
      ))}
    </div>
  );
}

function Timing(props: { stage: string; ms: number; share: number }): ReactElement {
  return (
    <>
      <span>{props.stage}</span>
      <span className="st-bar" style={{ width: `${props.share * 100}%` }} />
      <span>{Math.round(props.ms)} ms</span>
    </>
  );
}

/** What became of an image: beside the original, in numbers, and in words. */
export function PreparedView({
  file,
  prepared,
}: {
  file: File;
  prepared: PreparedImage;
}): ReactElement {
  const { blob, plan, detail, tokens, engine, route, notes, timings } = prepared;
  const saved = Math.round((1 - blob.size / file.size) * 100);
  return (
    <div className="st-grid">
      <Slider before={file} after={blob} size={prepared} />
      <section className="st-card" aria-label="Result">
        <Facts
          rows={[
            ['Size', `${px(plan.from)} → ${px(prepared)}`],
            ['Bytes', `${bytes(file.size)} → ${bytes(blob.size)}`],
            ['Saved', `${saved} %`],
            ['As', prepared.mediaType],
            ['Because', plan.reason.replaceAll('-', ' ')],
            ['Price', `${count(tokens)} tokens at ${detail}`],
            ['Made by', `${engine}, ${route}`],
          ]}
        />
        {notes.map(({ code, message }) => (
          <p key={code}>
            <code className="st-tag">{code}</code> {message}
          </p>
        ))}
        <Timings timings={timings} />
      </section>
    </div>
  );
}
