import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { makeApp, type App } from './make-app.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const newestTypeScript = join(root, 'node_modules/typescript/bin/tsc');

/** The oldest compiler that reads `Uint8Array<ArrayBuffer>`, which declarations of the package contain. */
const OLDEST_TYPESCRIPT = '5.7.3';

const connection = "{ wire: openaiChat, baseUrl: '/api', model: 'gpt-4o' }";

/** Other kits by the names that the app installs them under, and code of an app that uses them with the kit. */
const kits: { versions: string[]; code: (name: string) => string }[] = [
  {
    versions: ['ai@5', 'ai@6', 'ai@7'],
    code: (name) => `
import type { ChatTransport, FileUIPart, UIMessage } from '${name}';
import { createImageChatTransport, fromUIMessages, toFileUIParts } from 'image-chat-kit/interop/ai-sdk';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
type Own = UIMessage<{ cost: number }, { weather: { degrees: number } }>;
const transport = createImageChatTransport({ connection: ${connection} });
export const transports: [ChatTransport<UIMessage>, ChatTransport<Own>] = [transport, transport];
export const read = (messages: UIMessage[], own: Own[]) => [fromUIMessages(messages), fromUIMessages(own)];
export const parts: Promise<FileUIPart[]> = toFileUIParts([]);
`,
  },
  {
    versions: ['@assistant-ui/react@0.11', '@assistant-ui/react@0.15'],
    code: (name) => `
import type { AttachmentAdapter, ChatModelAdapter, ThreadMessage } from '${name}';
import { createAttachmentAdapter, createChatModelAdapter, fromThreadMessages, toImageMessageParts } from 'image-chat-kit/interop/assistant-ui';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
export const attachments: AttachmentAdapter = createAttachmentAdapter({ model: 'gpt-4o' });
export const model: ChatModelAdapter = createChatModelAdapter({ connection: ${connection} });
export const read = (messages: readonly ThreadMessage[]) => fromThreadMessages(messages);
export const parts: Promise<Extract<ThreadMessage['content'][number], { type: 'image' }>[]> = toImageMessageParts([]);
`,
  },
  {
    versions: ['@tanstack/ai-client@0.16.3', '@tanstack/ai-client@0.33.2'],
    code: (name) => `
import type { ConnectionAdapter, UIMessage } from '${name}';
import { createConnectionAdapter, fromTanStackMessages } from 'image-chat-kit/interop/tanstack-ai';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
export const connection: ConnectionAdapter = createConnectionAdapter({ connection: ${connection} });
export const read = (messages: UIMessage[]) => fromTanStackMessages(messages);
`,
  },
];

const aliasOf = (version: string): string =>
  version.replaceAll(/[^a-z0-9]+/g, '-').replace(/^-/, '');

/** What the compiler says about the app's own files and those of the kit. Other packages have faults of their own. */
async function complaints(app: App, compiler: string, folder: string): Promise<string[]> {
  let printed: string;
  try {
    printed = await app.run(process.execPath, compiler, '-p', `${folder}/tsconfig.json`);
  } catch (error) {
    printed = (error as Error).message;
    if (!/error TS/.test(printed)) throw error;
  }
  return printed
    .split('\n')
    .filter((line) => /error TS/.test(line) && !/^node_modules\/(?!image-chat-kit\/)/.test(line));
}

describe.skipIf(inject('unreachable') !== '')(
  'declarations of the package, with skipLibCheck off',
  () => {
    const app = makeApp();
    const subpaths = Object.keys(manifest.exports).filter((name) => name !== './package.json');

    const writeProject = (folder: string, files: Record<string, string>, types: string[]): void => {
      app.write(`${folder}/tsconfig.json`, {
        compilerOptions: {
          target: 'ES2022',
          module: 'ESNext',
          moduleResolution: 'bundler',
          jsx: 'react-jsx',
          strict: true,
          noEmit: true,
          skipLibCheck: false,
          lib: ['ES2022', 'DOM', 'DOM.Iterable'],
          types,
        },
        include: ['.'],
      });
      for (const [name, content] of Object.entries(files)) app.write(`${folder}/${name}`, content);
    };

    beforeAll(async () => {
      const versions = kits.flatMap(({ versions }) => versions);
      const plain = 'react@19 react-dom@19 @types/react@19 @tanstack/react-query@5 @types/node@24';
      app.write('package.json', { name: 'host', private: true, type: 'module' });
      await app.install(
        // Several versions of a kit beside each other, which no app has.
        '--legacy-peer-deps',
        ...plain.split(' '),
        `oldest-typescript@npm:typescript@${OLDEST_TYPESCRIPT}`,
        ...versions.map((version) => `${aliasOf(version)}@npm:${version}`),
        inject('tarball'),
      );
      writeProject(
        'every-entry',
        {
          'entries.ts': subpaths
            .map((name) => `import ${JSON.stringify(manifest.name + name.slice(1))};\n`)
            .join(''),
        },
        ['react'],
      );
      writeProject(
        'other-kits',
        Object.fromEntries(
          kits.flatMap(({ versions, code }) =>
            versions.map((version) => [`${aliasOf(version)}.ts`, code(aliasOf(version))]),
          ),
        ),
        ['react', 'node'],
      );
    });
    afterAll(() => app.remove());

    test('compile with the newest TypeScript', async () => {
      expect(await complaints(app, newestTypeScript, 'every-entry')).toEqual([]);
    });

    test('compile with the oldest TypeScript', async () => {
      const oldest = join(app.folder, 'node_modules/oldest-typescript/bin/tsc');
      expect(await complaints(app, oldest, 'every-entry')).toEqual([]);
    });

    test('fit the types of other kits, whichever version an app has', async () => {
      expect(await complaints(app, newestTypeScript, 'other-kits')).toEqual([]);
    });
  },
);
