import { findOrigin, readModule } from './read-module.ts';

export interface PublicName {
  subpath: string;
  name: string;
  /** Where the name is a member of one, as `Tray` of `Tray.Item`. */
  namespace?: string;
}

/** The entries whose names a copied file may import, by their subpaths. */
const ENTRIES = [
  ['image-chat-kit', 'src/core.ts'],
  ['image-chat-kit', 'src/chat.ts'],
  ['image-chat-kit', 'src/index.ts'],
  ['image-chat-kit/batch', 'src/batch/index.ts'],
  ['image-chat-kit/markdown', 'src/markdown.ts'],
  ['image-chat-kit/parts', 'src/parts.ts'],
] as const;

/** Namespaces of an entry, by the file that holds their names. */
const NAMESPACES = [
  ['Composer', 'src/components/parts/composer/parts.ts'],
  ['Dropzone', 'src/components/parts/dropzone/parts.ts'],
  ['Messages', 'src/components/parts/messages/parts.ts'],
  ['Tray', 'src/components/parts/tray/parts.ts'],
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
  for (const [namespace, file] of NAMESPACES) {
    for (const { names } of readModule(file).reexports) {
      for (const { alias } of names) {
        byOrigin.set(key(findOrigin(file, alias)), {
          subpath: 'image-chat-kit/parts',
          name: alias,
          namespace,
        });
      }
    }
  }
  return (file, name) => byOrigin.get(key(findOrigin(file, name)));
}
