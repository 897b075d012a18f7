interface File {
  mediaType: string;
  data: { kind: string; url?: string };
}

interface Support {
  mediaTypes: readonly string[];
  kinds: readonly string[];
}

/**
 * Whether a format supports a file in the form in which it is sent. A `data:` URL contains the bytes
 * themselves.
 */
export function takesFile({ mediaType, data }: File, support: readonly Support[]): boolean {
  const kind = /^data:/i.test(data.url ?? '') ? 'bytes' : data.kind;
  return support.some(
    ({ mediaTypes, kinds }) =>
      kinds.includes(kind) && mediaTypes.some((type) => isOfMediaType(mediaType, type)),
  );
}

/** `text/*` matches all text, `*` everything. */
export function isOfMediaType(mediaType: string, type: string): boolean {
  if (type === '*' || type === mediaType) return true;
  return type.endsWith('/*') && mediaType.startsWith(type.slice(0, -1));
}
