let pastedCount = 0;

/** Browsers call every bitmap from the clipboard `image.png`; numbered, two of them can be told apart. */
export function withPastedName(file: File): File {
  const extension = /^(?:image)?(\.\w+)?$/i.exec(file.name);
  if (!extension) return file;
  pastedCount += 1;
  const name = `Pasted image ${pastedCount}${extension[1] ?? '.png'}`;
  return new File([file], name, { type: file.type, lastModified: file.lastModified });
}
