import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../fixtures/images/', import.meta.url);

/** The bytes of an image of `test/fixtures/images`, in Node. */
export function readFixture(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(name, folder)));
}

/** Names of all of them. */
export function listFixtures(): string[] {
  return readdirSync(folder).toSorted();
}
