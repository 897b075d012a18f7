import type { ReactElement, ReactNode } from 'react';
import type { QueueItem } from '../../queue/types.js';
import { Compare } from './Compare.js';
import { Facts } from './Facts.js';
import { bytes, count, px } from './format.js';
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

type Values = Record<string, ReactNode>;

function fileValues({ file, name, info }: QueueItem): Values {
  return {
    Name: <bdi data-ick-tooltip={name}>{name}</bdi>,
    Size: bytes(file.size),
    ...(info && {
      Type: typeOf(file.type, info.mediaType),
      Pixels: px(info),
      Orientation:
        info.orientation === 1 ? turns[0] : `${turns[info.orientation - 1]} (${info.orientation})`,
      Transparency: info.hasAlpha ? 'possible' : 'none',
      Animated: info.isAnimated ? 'yes: the first frame is sent' : 'no',
      Complete: info.isTruncated ? 'no: the end is missing' : 'yes',
    }),
  };
}

/** What the bytes are, and what the file says where that differs. */
function typeOf(declared: string, found: string): string {
  return declared === found ? found : `${found}, declared as ${declared || 'nothing'}`;
}

function planValues({ prepared }: QueueItem): Values {
  if (!prepared) return {};
  const { plan } = prepared;
  return {
    From: px(plan.from),
    To: px(plan),
    Reason: plan.reason.replaceAll('-', ' '),
    Format: plan.mediaType,
    Background: plan.background ?? 'kept',
    Detail: plan.detail,
    Price: `${count(plan.tokens)} tokens`,
  };
}

function resultValues({ prepared }: QueueItem): Values {
  if (!prepared) return {};
  const saved = Math.round((1 - prepared.blob.size / prepared.sourceBytes) * 100);
  const timings = prepared.timings.map(({ stage, ms }) => `${stage} ${Math.round(ms)} ms`);
  return {
    Pixels: px(prepared),
    Size: `${bytes(prepared.blob.size)}, ${saved} % less`,
    'Made by': `${prepared.engine}, ${prepared.route}`,
    Time: timings.join(' · '),
    Notes: prepared.notes.map(({ message }) => message).join(' ') || 'none',
  };
}

interface RowsProps {
  names: readonly string[];
  /** Known so far: the rows of the others are there already, so that nothing moves later. */
  values: Values;
  isPending: boolean;
}

/** These may be longer than a line. */
const twoLines = new Set(['Time', 'Notes']);

function Rows({ names, values, isPending }: RowsProps): ReactElement {
  const missing = isPending ? <span className="ik:text-ink-2">not known yet</span> : '–';
  return (
    <Facts
      rows={names.map((name) => [name, values[name] ?? missing] as const)}
      lines={(name) => (twoLines.has(name) ? 2 : 1)}
    />
  );
}

/** What became of one image, from file to bytes. */
export function ImagePanels({ item }: { item: QueueItem | undefined }): ReactElement {
  const isPending = item?.status === 'queued' || item?.status === 'preparing';
  const rows = (names: readonly string[], valuesOf: (image: QueueItem) => Values): ReactElement => (
    <Rows names={names} values={item ? valuesOf(item) : {}} isPending={isPending} />
  );
  return (
    <>
      <Panel step={1} title="File" isOpen>
        {rows(
          ['Name', 'Size', 'Type', 'Pixels', 'Orientation', 'Transparency', 'Animated', 'Complete'],
          fileValues,
        )}
      </Panel>
      <Panel step={2} title="Plan" isOpen>
        {rows(['From', 'To', 'Reason', 'Format', 'Background', 'Detail', 'Price'], planValues)}
      </Panel>
      <Panel step={3} title="Result" isOpen>
        <Compare before={item?.file} after={item?.prepared?.blob} />
        {rows(['Pixels', 'Size', 'Made by', 'Time', 'Notes'], resultValues)}
      </Panel>
    </>
  );
}
