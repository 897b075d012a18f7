import { readFileSync } from 'node:fs';

/** One row of the shared corpus of odd images; its README says what the columns mean. */
export interface CorpusRow {
  file: string;
  category: string;
  true_type: string;
  expected: 'accept' | 'reject' | 'either' | 'accept-if-decoder';
  display_width: string;
  display_height: string;
  exif_orientation: string;
  frames: string;
  chromium156_createImageBitmap: string;
  chromium156_img: string;
}

/** Rows of a comma-separated text whose first row names the columns. */
function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let [cell, isQuoted] = ['', false];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '"' && text[at + 1] === '"') cell += text[at++];
    else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted || !',\r\n'.includes(letter)) cell += letter;
    else if (letter !== '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === '\n') rows.push([]);
    }
  }
  const [names = [], ...values] = rows.filter((row) => row.length > 1);
  return values.map((row) =>
    Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])),
  );
}

/** The rows of the corpus in a folder, in Node. */
export function readCorpus(sharedFolder: string): CorpusRow[] {
  const text = readFileSync(`${sharedFolder}/corpus/manifest.csv`, 'utf8');
  return parseCsv(text) as unknown as CorpusRow[];
}

/** The bytes of one of its files, in Node. */
export function readCorpusFile(sharedFolder: string, file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(`${sharedFolder}/corpus/${file}`));
}
