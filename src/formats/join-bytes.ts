/** Joins pieces into one array. */
export function joinBytes(
  pieces: readonly (Uint8Array | readonly number[])[],
): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
