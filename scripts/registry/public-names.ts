import { findOrigin, readModule } from './read-module.ts';

export interface PublicName {
  subpath: string;
  name: string;
}

/** The entries whose names a copied file may import, by their subpaths. */
const ENTRIES = [
  ['image-chat-kit', 'src/core.ts'],
  ['image-chat-kit', 'src/chat.ts'],
  ['image-chat-kit', 'src/index.ts'],
  ['image-chat-kit/markdown', 'src/markdown.ts'],
] as const;

const key = ({ file, name }: { file: string; name: string }): string => `${file}#${name}`;

/** Finds under which public name the package exports what a source file defines. */
export function createPublicNames(): (file: string, name: string) => PublicName | undefined {
  const byOrigin = new Map<string, PublicName>();
  for (const [subpath, entry] of ENTRIES) {
    for (const { names } of readModule(entry).reexports) {
      for (const { alias } of names) {
        byOrigin.set(key(findOrigin(entry, alias)), { subpath, name: alias });
      }
    }
  }
  return (file, name) => byOrigin.get(key(findOrigin(file, name)));
}
