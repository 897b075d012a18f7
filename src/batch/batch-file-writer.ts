import type { WireBatch } from '../wire/types.js';
import type { BatchFile } from './types.js';

interface OpenFile {
  parts: Blob[];
  bytes: number;
  customIds: string[];
}

const LIST_START = '{"requests":[';
const LIST_END = ']}';

/**
 * Collects lines into files within the limits, one model each. Lines stay Blobs, so that a file of 200 MB
 * never becomes one string.
 */
export class BatchFileWriter {
  readonly #wire: string;
  readonly #kind: WireBatch['kind'];
  readonly #maxRequests: number;
  readonly #maxBytes: number;
  readonly #open = new Map<string, OpenFile>();
  readonly #files: BatchFile[] = [];

  constructor(
    wire: string,
    kind: WireBatch['kind'],
    limits: { maxRequests: number; maxBytes: number },
  ) {
    this.#wire = wire;
    this.#kind = kind;
    this.#maxRequests = limits.maxRequests;
    this.#maxBytes = limits.maxBytes;
  }

  /** Returns the size of a file with only this line; a line above the limit cannot be sent at all. */
  bytesAlone(line: Blob): number {
    return line.size + this.#frameBytes();
  }

  add(model: string, customId: string, line: Blob): void {
    let file = this.#open.get(model);
    const isFull =
      file !== undefined &&
      (file.customIds.length >= this.#maxRequests || file.bytes + 1 + line.size > this.#maxBytes);
    if (file !== undefined && isFull) this.#close(model, file);
    if (file === undefined || isFull) {
      file = { parts: [], bytes: this.#frameBytes(), customIds: [] };
      this.#open.set(model, file);
    }
    file.parts.push(line);
    file.bytes += line.size + (file.customIds.length > 0 ? 1 : 0);
    file.customIds.push(customId);
  }

  finish(): readonly BatchFile[] {
    for (const [model, file] of this.#open) this.#close(model, file);
    return this.#files;
  }

  #frameBytes(): number {
    // A list has brackets, a file of lines a final line break.
    return this.#kind === 'request-list' ? LIST_START.length + LIST_END.length : 1;
  }

  #close(model: string, { parts, customIds }: OpenFile): void {
    const isList = this.#kind === 'request-list';
    const joined = parts.flatMap((part, index) =>
      index === 0 ? [part] : [isList ? ',' : '\n', part],
    );
    const content = isList
      ? new Blob([LIST_START, ...joined, LIST_END], { type: 'application/json' })
      : new Blob([...joined, '\n'], { type: 'application/jsonl' });
    const number = this.#files.length + 1;
    this.#files.push({
      name: `batch-${number}.${isList ? 'json' : 'jsonl'}`,
      content,
      wire: this.#wire,
      model,
      customIds,
    });
    this.#open.delete(model);
  }
}
