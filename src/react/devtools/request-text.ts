import type { Connection } from '../../chat/types.js';
import { joinUrl } from '../../transport/join-url.js';
import type { WireRequest } from '../../wire/types.js';
import { hideInHeader, hideInText, hideInUrl, LONG_BASE64 } from './hide-secrets.js';

/** Characters that are shown of base64; the copied command keeps it whole. */
const SHOWN_BASE64_CHARS = 48;

const EVERY_LONG_BASE64 = new RegExp(LONG_BASE64, 'g');

/** Returns text with its base64 shortened and its keys masked. */
export function readableText(text: string): string {
  return hideInText(text).replaceAll(EVERY_LONG_BASE64, (run) => {
    const kilobytes = Math.round(run.length / 1000);
    return `${run.slice(0, SHOWN_BASE64_CHARS)}… (${kilobytes} kB of base64)`;
  });
}

/** Returns the request body as indented JSON, or as it is, with its base64 shortened and its keys masked. */
export async function readableBody(body: Blob): Promise<string> {
  const shortened = readableText(await body.text());
  try {
    return JSON.stringify(JSON.parse(shortened), undefined, 2);
  } catch {
    return shortened;
  }
}

/** Returns the whole address of a request, without keys. */
export function requestAddress({ baseUrl }: Pick<Connection, 'baseUrl'>, path: string): string {
  const url = joinUrl(baseUrl, path);
  const page = (globalThis as { location?: { href: string } }).location?.href;
  return hideInUrl(URL.canParse(url, page) ? new URL(url, page).href : url);
}

const quoted = (value: string): string => `'${value.replaceAll("'", String.raw`'\''`)}'`;

export interface CurlOptions {
  /** The header of the key, whose value is the variable `API_KEY` of the shell. @defaultValue none */
  keyHeader?: Connection['keyHeader'];
}

/** Returns the request as a command for a shell. It has whole images and no keys. */
export async function asCurl(
  address: string,
  { headers, body }: Pick<WireRequest, 'headers' | 'body'>,
  { keyHeader }: CurlOptions = {},
): Promise<string> {
  const lines = [`curl ${quoted(address)}`];
  for (const [name, value] of Object.entries(headers))
    lines.push(`-H ${quoted(`${name}: ${hideInHeader(name, value)}`)}`);
  if (keyHeader) lines.push(`-H "${keyHeader.name}: ${keyHeader.prefix}$API_KEY"`);
  lines.push(`--data-binary @- <<'BODY'\n${hideInText(await body.text())}\nBODY`);
  return lines.join(' \\\n  ');
}
