let table: Uint32Array | undefined;

function makeTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
}

/** Computes the checksum that follows each chunk of a PNG. */
export function crc32(bytes: Uint8Array): number {
  table ??= makeTable();
  let check = 0xffffffff;
  for (const byte of bytes) check = (table[(check ^ byte) & 255] ?? 0) ^ (check >>> 8);
  return (check ^ 0xffffffff) >>> 0;
}
