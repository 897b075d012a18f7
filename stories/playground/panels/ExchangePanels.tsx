import { useEffect, useState, type ReactElement } from 'react';
import type { Connection } from '../../../src/index.js';
import { bytes, count } from '../format.js';
import { asCurl, readableBody } from '../request-text.js';
import type { Exchange } from '../use-traces.js';
import { Facts } from '../../shared/Facts.js';
import { Panel } from './Panel.js';

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

function RequestBody({ exchange, connection }: { exchange: Exchange; connection: Connection }) {
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
          ...request.warnings.map((warning) => ['Warning', warning.message] as const),
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
}: {
  exchange: Exchange | undefined;
  connection: Connection;
}): ReactElement {
  const events = exchange?.serverEvents ?? [];
  const question = exchange?.request.messages.at(-1);
  return (
    <>
      <Panel step={5} title="Request body" empty="Send something, and the request shows here.">
        {exchange && <RequestBody exchange={exchange} connection={connection} />}
      </Panel>
      <Panel step={6} title="Events" empty="The server's events, as they came.">
        {events.length > 0 && (
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
      <Panel
        step={7}
        title="Message"
        empty="The neutral message that every wire format is made from."
      >
        {question && (
          <Code
            label="Neutral message"
            text={JSON.stringify(
              question,
              (_key, value: unknown) =>
                value instanceof Blob ? `Blob of ${bytes(value.size)}` : value,
              2,
            )}
          />
        )}
      </Panel>
    </>
  );
}
