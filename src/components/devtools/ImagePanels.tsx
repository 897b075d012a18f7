import type { ReactElement, ReactNode } from 'react';
import type { QueueItem } from '../../queue/types.js';
import { Compare } from './Compare.js';
import { Facts } from './Facts.js';
import { bytes, count, px } from './format.js';
import { Hint } from './Hint.js';
import { Panel } from './Panel.js';

/** Of EXIF orientation 2 and up. */
const turns = [
  'mirrored',
  'upside down',
  'flipped',
  'sideways, mirrored',
  'sideways, turned right',
  'sideways, mirrored',
  'sideways, turned left',
];

/** A row is left out if its value is `undefined`: it would say nothing about this image. */
type Values = Record<string, ReactNode>;

function fileValues({ file, name, info }: QueueItem): Values {
  return {
    Name: <bdi data-ick-tooltip={name}>{name}</bdi>,
    Size: bytes(file.size),
    Type: info ? typeOf(file.type, info.mediaType) : unknown,
    Pixels: info ? px(info) : unknown,
    ...(info && {
      Orientation: info.orientation === 1 ? undefined : turns[info.orientation - 2],
      Transparency: info.hasAlpha ? 'possible' : undefined,
      Animated: info.isAnimated ? 'yes: the first frame is sent' : undefined,
      Complete: info.isTruncated ? 'no: the end is missing' : undefined,
    }),
  };
}

/** What the bytes are, and what the file says where that differs. */
function typeOf(declared: string, found: string): string {
  return declared === found ? found : `${found}, declared as ${declared || 'nothing'}`;
}

function planValues({ prepared, info }: QueueItem): Values {
  if (!prepared) return pending('From', 'To', 'Reason', 'Format', 'Detail', 'Price');
  const { plan } = prepared;
  return {
    From: px(plan.from),
    To: px(plan),
    Reason: plan.reason.replaceAll('-', ' '),
    Format: plan.mediaType,
    // Of an opaque image nothing of it would be seen.
    Background: info?.hasAlpha ? (plan.background ?? 'kept') : undefined,
    Detail: plan.detail,
    Price: `${count(plan.tokens)} tokens`,
  };
}

function resultValues({ prepared }: QueueItem): Values {
  if (!prepared) return pending('Pixels', 'Size', 'Made by', 'Time');
  const saved = Math.round((1 - prepared.blob.size / prepared.sourceBytes) * 100);
  const timings = prepared.timings.map(({ stage, ms }) => `${stage} ${Math.round(ms)} ms`);
  return {
    Pixels: px(prepared),
    Size: [bytes(prepared.blob.size), saved > 0 && `${saved} % less`].filter(Boolean).join(', '),
    'Made by': `${prepared.engine}, ${prepared.route}`,
    Time: timings.join(' · '),
    Notes: prepared.notes.map(({ message }) => message).join(' ') || undefined,
  };
}

const unknown = <span className="ik:text-ink-2">…</span>;

/** The rows that every image has are there before their values, so that little moves when these come. */
function pending(...names: string[]): Values {
  return Object.fromEntries(names.map((name) => [name, unknown]));
}

function Rows({ values }: { values: Values }): ReactElement {
  return (
    <Facts
      rows={Object.entries(values).filter(([, value]) => value !== undefined)}
      lines={(name) => (name === 'Time' || name === 'Notes' ? undefined : 1)}
    />
  );
}

/** What became of one image, from file to bytes. */
export function ImagePanels({ item }: { item: QueueItem | undefined }): ReactElement {
  return (
    <>
      <Panel step={1} title="File" isOpen>
        {item ? (
          <Rows values={fileValues(item)} />
        ) : (
          <Hint>Type, size and pixels of the image.</Hint>
        )}
      </Panel>
      <Panel step={2} title="Plan" isOpen>
        {item ? <Rows values={planValues(item)} /> : <Hint>What it becomes, and why.</Hint>}
      </Panel>
      <Panel step={3} title="Result" isOpen>
        <Compare before={item?.file} after={item?.prepared?.blob} />
        {item && <Rows values={resultValues(item)} />}
      </Panel>
    </>
  );
}
