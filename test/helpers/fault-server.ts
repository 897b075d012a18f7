/** A server that misbehaves as a script says: one answer from given bytes, with waits, cuts and silence. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type FaultStep =
  | { op: 'head'; status: number; headers: Record<string, string> }
  | { op: 'write'; b64: string }
  | { op: 'wait'; ms: number }
  /** Goes on when the test says so. */
  | { op: 'hold'; until: Promise<void> }
  | { op: 'destroy' }
  | { op: 'end' };

export interface FaultServer {
  url: string;
  /** Plays one script for each request from now on; the last is repeated. */
  play(...scripts: ReadonlyArray<readonly FaultStep[]>): void;
  /** Requests since the last `play`. */
  requests: Array<{ atMs: number; headers: IncomingMessage['headers']; url: string; body: string }>;
  /** Answers whose client has gone before they were finished, since the last `play`. */
  abandoned: number;
  close(): Promise<void>;
}

export async function startFaultServer(): Promise<FaultServer> {
  let scripts: ReadonlyArray<readonly FaultStep[]> = [];
  const server = createServer((request, response) => {
    const script = scripts[Math.min(state.requests.length, scripts.length - 1)] ?? [];
    const seen = {
      atMs: performance.now(),
      headers: request.headers,
      url: request.url ?? '',
      body: '',
    };
    state.requests.push(seen);
    request.on('data', (chunk: Buffer) => {
      seen.body += chunk.toString('latin1');
    });
    request.on('end', () => {
      void playScript(script, response).catch(() => undefined);
    });
    response.setMaxListeners(0);
    response.on('close', () => {
      if (!response.writableFinished) state.abandoned += 1;
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const state: FaultServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    abandoned: 0,
    play(...next) {
      scripts = next;
      state.requests = [];
      state.abandoned = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
  return state;
}

async function playScript(script: readonly FaultStep[], response: ServerResponse): Promise<void> {
  for (const step of script) {
    if (response.destroyed) return;
    switch (step.op) {
      case 'head':
        response.writeHead(step.status, withDates(step.headers));
        response.flushHeaders();
        break;
      case 'write':
        await write(response, Buffer.from(step.b64, 'base64'));
        break;
      case 'wait':
        await wait(step.ms, response);
        break;
      case 'hold':
        await step.until;
        break;
      case 'destroy':
        response.socket?.destroy();
        return;
      default:
        response.end();
    }
  }
}

/** Each write is a packet of its own, as far as one can ask for that. */
function write(response: ServerResponse, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    response.write(bytes, () => {
      setImmediate(resolve);
    });
    response.once('close', resolve);
  });
}

function wait(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** `HTTP-DATE+2s` stands for a date two seconds from now. */
function withDates(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const seconds = /^HTTP-DATE\+(\d+)s$/.exec(value)?.[1];
      return [
        name,
        seconds === undefined ? value : new Date(Date.now() + Number(seconds) * 1000).toUTCString(),
      ];
    }),
  );
}

/** A script step that writes text. */
export function writeText(text: string): FaultStep {
  return { op: 'write', b64: Buffer.from(text).toString('base64') };
}
