/** Base64 runs longer than this are shortened on screen; the copied command keeps them whole. */
const SHOWN_BASE64 = 48;

/** The request body as indented JSON with its base64 shortened. */
export async function readableBody(body: Blob): Promise<string> {
  const text = await body.text();
  const shortened = text.replaceAll(/[A-Za-z0-9+/]{400,}={0,2}/g, (run) => {
    const kilobytes = Math.round(run.length / 1000);
    return `${run.slice(0, SHOWN_BASE64)}… (${kilobytes} kB of base64)`;
  });
  try {
    return JSON.stringify(JSON.parse(shortened), undefined, 2);
  } catch {
    return shortened;
  }
}

const quoted = (value: string): string => `'${value.replaceAll("'", String.raw`'\''`)}'`;

/** The request as a command for a shell. The key is a variable there, never the key itself. */
export async function asCurl(
  url: string,
  headers: Readonly<Record<string, string>>,
  keyHeader: { name: string; prefix: string } | undefined,
  body: Blob,
): Promise<string> {
  const lines = [`curl ${quoted(url)}`];
  for (const [name, value] of Object.entries(headers))
    lines.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (keyHeader) lines.push(`-H "${keyHeader.name}: ${keyHeader.prefix}$API_KEY"`);
  lines.push(`--data-binary @- <<'BODY'\n${await body.text()}\nBODY`);
  return lines.join(' \\\n  ');
}
