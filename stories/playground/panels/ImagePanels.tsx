import type { ReactElement } from 'react';
import type { QueueItem } from '../../../src/index.js';
import { bytes, count, px } from '../format.js';
import { Compare } from './Compare.js';
import { Facts } from '../../shared/Facts.js';
import { Panel } from './Panel.js';

const turns = [
  'upright',
  'mirrored',
  'upside down',
  'flipped',
  'sideways, mirrored',
  'sideways, turned right',
  'sideways, mirrored',
  'sideways, turned left',
];

function sourceRows(item: QueueItem) {
  const { file } = item;
  return [
    ['Name', <bdi key="name">{item.name}</bdi>],
    ['Claims to be', file.type || 'nothing'],
    ['Size', bytes(file.size)],
  ] as const;
}

function factRows({ info }: QueueItem) {
  if (!info) return undefined;
  return [
    ['Is', info.mediaType],
    ['Stored as', px(info)],
    ['Held', `${turns[info.orientation - 1]} (${info.orientation})`],
    ['Transparency', info.hasAlpha ? 'possible' : 'none'],
    ['Moves', info.isAnimated ? 'yes: the first frame is sent' : 'no'],
    ['Whole', info.isTruncated ? 'no: the end is missing' : 'yes'],
  ] as const;
}

function planRows({ prepared }: QueueItem) {
  if (!prepared) return undefined;
  const { plan } = prepared;
  return [
    ['From', px(plan.from)],
    ['To', px(plan)],
    ['Because', plan.reason.replaceAll('-', ' ')],
    ['As', plan.mediaType],
    ['Under transparency', plan.background ?? 'kept'],
    ['Detail', plan.detail],
    ['Price', `${count(plan.tokens)} tokens`],
  ] as const;
}

function resultRows({ prepared }: QueueItem) {
  if (!prepared) return undefined;
  const saved = Math.round((1 - prepared.blob.size / prepared.sourceBytes) * 100);
  return [
    ['Size', `${px(prepared)}, ${bytes(prepared.blob.size)} (${saved} % less)`],
    ['Made by', `${prepared.engine}, ${prepared.route}`],
    ['Time', prepared.timings.map(({ stage, ms }) => `${stage} ${Math.round(ms)} ms`).join(' · ')],
    ...prepared.notes.map((note) => ['Note', note.message] as const),
  ] as const;
}

/** What became of one image, from file to bytes. */
export function ImagePanels({ item }: { item: QueueItem | undefined }): ReactElement {
  const facts = item && factRows(item);
  const plan = item && planRows(item);
  const result = item && resultRows(item);
  return (
    <>
      <Panel step={1} title="Source" empty="Add an image, and its file shows here." isOpen>
        {item && <Facts rows={sourceRows(item)} />}
      </Panel>
      <Panel step={2} title="Facts" empty="What the bytes say: type, size, orientation." isOpen>
        {facts && <Facts rows={facts} />}
      </Panel>
      <Panel
        step={3}
        title="Plan"
        empty="The size the model can use, and why."
        isOpen={plan !== undefined}
      >
        {plan && <Facts rows={plan} />}
      </Panel>
      <Panel
        step={4}
        title="Result"
        empty="The image that is sent, beside the original."
        isOpen={result !== undefined}
      >
        {item?.prepared && result && (
          <>
            <Compare before={item.file} after={item.prepared.blob} size={item.prepared} />
            <Facts rows={result} />
          </>
        )}
      </Panel>
    </>
  );
}
