/** Whether two files contain the same bytes. `false` if one of them cannot be read. */
export async function haveSameBytes(one: Blob, other: Blob): Promise<boolean> {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  try {
    const [a, b] = await Promise.all([one.arrayBuffer(), other.arrayBuffer()]);
    const [bytes, others] = [new Uint8Array(a), new Uint8Array(b)];
    return bytes.every((byte, at) => byte === others[at]);
  } catch {
    return false;
  }
}
