/** Compared in one go; the page stays responsive between two parts. A multiple of four. */
const PART_BYTES = 512 * 1024;

/** Whether two files contain the same bytes. `false` if one of them cannot be read. */
export async function haveSameBytes(one: Blob, other: Blob): Promise<boolean> {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  try {
    for (let at = 0; at < one.size; at += PART_BYTES) {
      const parts = [one, other].map((file) => file.slice(at, at + PART_BYTES).arrayBuffer());
      const [a, b] = await Promise.all(parts);
      if (!a || !b || !areEqual(a, b)) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Reads four bytes at a time as long as there are as many. */
function areEqual(one: ArrayBuffer, other: ArrayBuffer): boolean {
  if (one.byteLength !== other.byteLength) return false;
  const words = Math.floor(one.byteLength / 4);
  return (
    haveSameValues(new Uint32Array(one, 0, words), new Uint32Array(other, 0, words)) &&
    haveSameValues(new Uint8Array(one, words * 4), new Uint8Array(other, words * 4))
  );
}

function haveSameValues(values: ArrayLike<number>, others: ArrayLike<number>): boolean {
  for (let at = 0; at < values.length; at += 1) if (values[at] !== others[at]) return false;
  return true;
}
