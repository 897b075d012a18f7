import { memo, useEffect, useState, type ReactElement } from 'react';
import { imageChanges } from '../../react/devtools/image-changes.js';
import {
  asCurl,
  readableBody,
  readableText,
  requestAddress,
} from '../../react/devtools/request-text.js';
import type { Exchange } from '../../react/devtools/traces.js';
import type { ServerEvent } from '../../wire/types.js';
import type { UseImageChatResult } from '../../react/types.js';
import { useCopy } from '../shared/use-copy.js';
import { pressable } from '../styled/connecting/connecting-styles.js';
import { Facts, type FactsProps } from './Facts.js';
import { bytes, count, money } from './format.js';
import { Hint } from './Hint.js';
import { Panel } from './Panel.js';

type Chat = Pick<UseImageChatResult, 'connection' | 'entries' | 'totals'>;

export interface ExchangePanelsProps {
  exchange: Exchange | undefined;
  /** Whether no other followed, so that the last answer belongs to it. */
  isLatest: boolean;
  chat: Chat;
}

function useReadableBody(body: Blob): string {
  const [text, setText] = useState('');
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const readable = await readableBody(body).catch(() => 'The body could not be read.');
      if (isCurrent) setText(readable);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [body]);
  return text;
}

/** A style of its own, since no stylesheet grows with these panels. */
const unwrapped = { whiteSpace: 'pre' } as const;

/** Long text in a box of its own, which the keyboard can scroll in both directions: no token is broken. */
function Code({ label, text }: { label: string; text: string }): ReactElement {
  return (
    <textarea
      className="ik:w-full ik:resize-none ik:overflow-auto ik:rounded-md ik:bg-sunken ik:p-3 ik:text-xs ik:[font-family:var(--ick-font-mono,ui-monospace,Menlo,Consolas,monospace)]"
      style={unwrapped}
      dir="ltr"
      readOnly
      rows={12}
      aria-label={label}
      value={text}
    />
  );
}

/** What became of the images on the way into the request. */
function changesOf({ request: { conversation, messages } }: Exchange): string | undefined {
  const { leftOut, lowered, named, savedBytes } = imageChanges(conversation, messages);
  const changes = [
    leftOut > 0 && `${leftOut} left out`,
    lowered > 0 && `${lowered} made smaller`,
    named > 0 && `${named} uploaded`,
    savedBytes > 0 && `${bytes(savedBytes)} saved`,
  ].filter(Boolean);
  return changes.join(', ') || undefined;
}

/** The estimate of the last request beside what the server counted. */
function tokensOf({ entries }: Chat): string | undefined {
  const { estimatedInputTokens: estimated, inputTokens: used } = entries.at(-1)?.answer ?? {};
  if (estimated === undefined) return used === undefined ? undefined : `used ${count(used)}`;
  if (!used) return `estimated ${count(estimated)}`;
  const percent = Math.round((used / Math.max(1, estimated) - 1) * 100);
  return `estimated ${count(estimated)}, used ${count(used)} (${percent < 0 ? '−' : '+'}${Math.abs(percent)} %)`;
}

type RequestBodyProps = ExchangePanelsProps & { exchange: Exchange };

function RequestBody({ exchange, isLatest, chat }: RequestBodyProps): ReactElement {
  const { connection, totals } = chat;
  const { request } = exchange.request;
  const text = useReadableBody(request.body);
  const { isCopied, copy } = useCopy();
  const address = requestAddress(connection, request.path);
  const copyCurl = async (): Promise<void> => {
    const keyHeader = connection.apiKey && (connection.keyHeader ?? connection.wire.keyHeader);
    copy(await asCurl(address, request, { keyHeader }));
  };
  const rows: FactsProps['rows'] = [
    ['To', address],
    ['Body', bytes(request.body.size)],
    ['Answer', exchange.status !== undefined && `HTTP ${exchange.status}`],
    ['Images', changesOf(exchange)],
    ['Input tokens', isLatest && tokensOf(chat)],
    ['Cost so far', totals.cost && money(totals.cost)],
    ['Warnings', request.warnings.map(({ message }) => message).join(' ')],
  ];
  return (
    <>
      <Facts rows={rows.filter(([, value]) => value)} />
      <Code label="Request body" text={text} />
      <div className="ik:flex">
        <button type="button" className={`${pressable} ik:text-sm`} onClick={() => void copyCurl()}>
          {isCopied ? 'Copied' : 'Copy as curl'}
        </button>
      </div>
    </>
  );
}

function Events({ exchange }: { exchange: Exchange | undefined }): ReactElement {
  const { isCopied, copy } = useCopy();
  if (!exchange) return <Hint>The events of the server, as they arrive.</Hint>;
  const { serverEvents, eventDelaysMs, serverEventCount, chatEventCount } = exchange;
  if (serverEvents.length === 0) return <Hint>No event has arrived.</Hint>;
  return (
    <>
      <Hint>
        {`${count(serverEventCount)} server events made ${count(chatEventCount)} chat events.${
          serverEventCount > serverEvents.length
            ? ` The last ${serverEvents.length} are listed.`
            : ''
        }`}
      </Hint>
      <ol
        aria-label="Server events"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
        tabIndex={0}
        dir="ltr"
        className="ik:m-0 ik:max-h-80 ik:list-none ik:overflow-auto ik:rounded-md ik:bg-sunken ik:p-0 ik:text-xs"
      >
        {serverEvents.map((event, index) => (
          <EventRow
            key={serverEventCount - serverEvents.length + index}
            event={event}
            delayMs={eventDelaysMs[index]}
          />
        ))}
      </ol>
      <div className="ik:flex">
        <button
          type="button"
          className={`${pressable} ik:text-sm`}
          onClick={() => copy(serverEvents.map(lineOf).join('\n'))}
        >
          {isCopied ? 'Copied' : 'Copy events'}
        </button>
      </div>
    </>
  );
}

function lineOf({ event, data }: ServerEvent): string {
  return event === 'message' ? data : `${event}: ${data}`;
}

/** Kept from one event to the next: only the new row is rendered. */
const EventRow = memo(function EventRow(props: {
  event: ServerEvent;
  delayMs: number | undefined;
}): ReactElement {
  const { event, delayMs } = props;
  return (
    <li
      style={{ minInlineSize: '100%' }}
      className="ik:w-max ik:border-t ik:border-line ik:px-3 ik:py-1.5 ik:first:border-t-0"
    >
      <span className="ik:flex ik:gap-3">
        <span className="ik:font-medium">{typeOf(event)}</span>
        {delayMs !== undefined && (
          <span className="ik:text-ink-2 ik:tabular-nums">{`${count(Math.round(delayMs))} ms`}</span>
        )}
      </span>
      <code
        className="ik:block ik:bg-transparent ik:p-0 ik:text-ink-2 ik:[font-family:var(--ick-font-mono,ui-monospace,Menlo,Consolas,monospace)]"
        style={unwrapped}
      >
        {readableText(event.data)}
      </code>
    </li>
  );
});

/** The name of the event, or what its data calls itself. */
function typeOf({ event, data }: ServerEvent): string {
  if (event !== 'message') return event;
  const value = readJson(data);
  if (typeof value !== 'object' || value === null) return event;
  const { type, object } = value as { type?: unknown; object?: unknown };
  return [type, object].find((name) => typeof name === 'string') ?? event;
}

/** Some servers end with a word that is no JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function Message({ exchange }: { exchange: Exchange | undefined }): ReactElement {
  const question = exchange?.request.messages.at(-1);
  if (!question) return <Hint>The neutral message that every wire format is made from.</Hint>;
  const text = JSON.stringify(
    question,
    (_key, value: unknown) => (value instanceof Blob ? `Blob of ${bytes(value.size)}` : value),
    2,
  );
  return <Code label="Neutral message" text={readableText(text)} />;
}

/** What went over the wire, and what was made of it. */
export function ExchangePanels(props: ExchangePanelsProps): ReactElement {
  const { exchange } = props;
  return (
    <>
      <Panel step={4} title="Request body">
        {exchange ? (
          <RequestBody {...props} exchange={exchange} />
        ) : (
          <Hint>Send something: the request shows here.</Hint>
        )}
      </Panel>
      <Panel step={5} title="Events">
        <Events exchange={exchange} />
      </Panel>
      <Panel step={6} title="Message">
        <Message exchange={exchange} />
      </Panel>
    </>
  );
}
