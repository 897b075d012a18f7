import { useEffect, useState, type ReactElement } from 'react';
import { type ChatEntry, type Connection, conversationCost } from '../../../src/index.js';
import { bytes, count, money } from '../format.js';
import { imageChanges } from '../image-changes.js';
import { asCurl, readableBody } from '../request-text.js';
import type { Exchange } from '../use-traces.js';
import { Facts } from '../../shared/Facts.js';
import { Panel } from './Panel.js';

export interface ExchangePanelsProps {
  exchange: Exchange | undefined;
  connection: Connection;
  entries: readonly ChatEntry[];
}

function useReadableBody(body: Blob): string {
  const [text, setText] = useState('');
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const readable = await readableBody(body);
      if (isCurrent) setText(readable);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [body]);
  return text;
}

/** Long text in a box of its own, which the keyboard can scroll. */
function Code({ label, text }: { label: string; text: string }): ReactElement {
  return <textarea className="pg-code" readOnly rows={12} aria-label={label} value={text} />;
}

/** What became of the images on the way into the request. */
function changesOf({ request: { conversation, messages } }: Exchange): string {
  const { leftOut, lowered, named, savedBytes } = imageChanges(conversation, messages);
  const changes = [
    leftOut > 0 && `${leftOut} left out`,
    lowered > 0 && `${lowered} made smaller`,
    named > 0 && `${named} uploaded`,
    savedBytes > 0 && `${bytes(savedBytes)} saved`,
  ].filter(Boolean);
  return changes.join(', ') || 'unchanged';
}

/** The estimate of the last request beside what the server counted. */
function tokensOf(entries: readonly ChatEntry[]): string {
  const { estimatedInputTokens: estimated, inputTokens: used } = entries.at(-1)?.answer ?? {};
  if (estimated === undefined) return used === undefined ? '' : `used ${count(used)}`;
  if (!used) return `estimated ${count(estimated)}`;
  const percent = Math.round((used / Math.max(1, estimated) - 1) * 100);
  return `estimated ${count(estimated)}, used ${count(used)} (${percent < 0 ? '−' : '+'}${Math.abs(percent)} %)`;
}

function costOf(entries: readonly ChatEntry[]): string {
  const cost = conversationCost(entries);
  return cost ? money(cost) : '';
}

function RequestBody({
  exchange,
  connection,
  entries,
}: ExchangePanelsProps & { exchange: Exchange }) {
  const { request } = exchange.request;
  const text = useReadableBody(request.body);
  const [isCopied, setCopied] = useState(false);
  const url = `${connection.baseUrl.replace(/\/$/, '')}${request.path}`;
  const copy = async (): Promise<void> => {
    const key = connection.apiKey ? connection.wire.keyHeader : undefined;
    await navigator.clipboard.writeText(await asCurl(url, request.headers, key, request.body));
    setCopied(true);
  };
  return (
    <>
      <Facts
        rows={[
          ['To', url],
          ['Body', bytes(request.body.size)],
          ['Answer', exchange.status === undefined ? 'none yet' : `HTTP ${exchange.status}`],
          ['Images', changesOf(exchange)],
          ['Input tokens', tokensOf(entries) || '–'],
          ['Cost so far', costOf(entries) || '–'],
          ['Warnings', request.warnings.map(({ message }) => message).join(' ') || 'none'],
        ]}
      />
      <Code label="Request body" text={text} />
      <button type="button" className="pg-button" onClick={() => void copy()}>
        {isCopied ? 'Copied' : 'Copy as curl'}
      </button>
    </>
  );
}

const shownEvents = 200;

/** What went over the wire, and what was made of it. */
export function ExchangePanels({
  exchange,
  connection,
  entries,
}: ExchangePanelsProps): ReactElement {
  const events = exchange?.serverEvents ?? [];
  const question = exchange?.request.messages.at(-1);
  return (
    <>
      <Panel step={4} title="Request body">
        {exchange ? (
          <RequestBody exchange={exchange} connection={connection} entries={entries} />
        ) : (
          <p className="pg-empty">Send something: the request shows here.</p>
        )}
      </Panel>
      <Panel step={5} title="Events">
        {events.length === 0 ? (
          <p className="pg-empty">
            {exchange ? 'No event has arrived.' : 'The events of the server, as they arrive.'}
          </p>
        ) : (
          <>
            <p className="pg-empty">
              {count(events.length)} server events made {count(exchange?.chatEventCount ?? 0)} chat
              events.
            </p>
            <Code
              label="Server events"
              text={events
                .slice(-shownEvents)
                .map(({ event, data }) => (event === 'message' ? data : `${event}: ${data}`))
                .join('\n')}
            />
          </>
        )}
      </Panel>
      <Panel step={6} title="Message">
        {question ? (
          <Code
            label="Neutral message"
            text={JSON.stringify(
              question,
              (_key, value: unknown) =>
                value instanceof Blob ? `Blob of ${bytes(value.size)}` : value,
              2,
            )}
          />
        ) : (
          <p className="pg-empty">The neutral message that every wire format is made from.</p>
        )}
      </Panel>
    </>
  );
}
