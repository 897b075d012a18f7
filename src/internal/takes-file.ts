interface File {
  mediaType: string;
  data: { kind: string; url?: string };
}

interface Support {
  mediaTypes: readonly string[];
  kinds: readonly string[];
}

/** Whether a format takes a file in the way that it is sent. A `data:` URL holds the bytes themselves. */
export function takesFile({ mediaType, data }: File, support: readonly Support[]): boolean {
  const kind = /^data:/i.test(data.url ?? '') ? 'bytes' : data.kind;
  return support.some(
    ({ mediaTypes, kinds }) =>
      kinds.includes(kind) && mediaTypes.some((type) => isOfType(mediaType, type)),
  );
}

/** `text/*` stands for all text, `*` for everything. */
function isOfType(mediaType: string, type: string): boolean {
  if (type === '*' || type === mediaType) return true;
  return type.endsWith('/*') && mediaType.startsWith(type.slice(0, -1));
}
