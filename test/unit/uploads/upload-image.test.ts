import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/chat/types.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { deleteUploadedImage, uploadImage } from '../../../src/uploads/upload-image.js';
import type { ImagePart } from '../../../src/messages/types.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { ChatEvent } from '../../../src/wire/types.js';
import { collect } from '../../helpers/byte-streams.js';
import { startDemoServer } from '../../helpers/demo-server.js';
import type { DemoServer } from '../../helpers/demo-server.js';
import { eventually } from '../../helpers/eventually.js';
import { startFaultServer, writeText, type FaultStep } from '../../helpers/fault-server.js';
import { readFixture } from '../../helpers/read-fixture.js';
import { startServer } from '../../helpers/static-server.js';
import { textOfEvents } from '../../helpers/read-stream.js';

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer({ allowedKeys: ['sk-demo-key-0123456789'] });
});
afterAll(() => server.close());

const places = [
  { wire: openaiResponses, path: '/v1', model: 'gpt-5.4-mini' },
  { wire: anthropicMessages, path: '', model: 'claude-sonnet-4-6' },
  { wire: geminiGenerate, path: '', model: 'gemini-3.8-flash' },
  { wire: geminiGenerate, path: '/v1beta', model: 'gemini-3.8-flash' },
];

const image = () => new File([readFixture('quad.png')], 'quad.png', { type: 'image/png' });

const noWait = { sleep: () => Promise.resolve() };

describe.each(places)('files of $wire.name below “$path”', ({ wire, path, model }) => {
  const connect = (): Connection => ({
    wire,
    model,
    baseUrl: server.url + path,
    apiKey: () => 'sk-demo-key-0123456789',
    ...noWait,
  });

  test('take an image that a message then names, until it is deleted', async () => {
    const connection = connect();
    const told: number[] = [];
    const file = await uploadImage(connection, image(), {
      onProgress: (fraction) => told.push(fraction),
    });
    expect(told).toEqual([0, 1]);
    expect(textOfEvents(await ask(connection, file))).toContain('1 image');

    await deleteUploadedImage(connection, file.fileId);
    expect(await ask(connection, file)).toMatchObject([
      {
        type: 'message-fail',
        facts: { providerMessage: expect.stringMatching(/file/i) as string },
      },
    ]);
  });
});

async function ask(connection: Connection, { fileId }: { fileId: string }): Promise<ChatEvent[]> {
  const { wire, model } = connection;
  const image: ImagePart = {
    type: 'image',
    id: 'i',
    mediaType: 'image/png',
    detail: 'low',
    data: { kind: 'file-id', fileId },
  };
  const question = { type: 'text', text: 'What is it?' } as const;
  const request = await wire.buildRequest([{ id: 'u', role: 'user', parts: [image, question] }], {
    model,
  });
  const key = `${wire.keyHeader.prefix}sk-demo-key-0123456789`;
  const transport = createTransport({
    baseUrl: connection.baseUrl,
    headers: () => ({ [wire.keyHeader.name]: key }),
  });
  const answer = transport.stream(request, { framing: wire.framing });
  return collect(wire.readEvents(answer));
}

describe('deleteUploadedImage', () => {
  test('is content with a file that is gone already', async () => {
    const connection: Connection = {
      wire: openaiResponses,
      model: 'm',
      baseUrl: `${server.url}/v1`,
      apiKey: () => 'sk-demo-key-0123456789',
    };
    await expect(deleteUploadedImage(connection, 'file-gone')).resolves.toBeUndefined();
  });

  test('says that a key is refused', async () => {
    const connection: Connection = {
      wire: anthropicMessages,
      model: 'm',
      baseUrl: server.url,
      apiKey: () => 'sk-another-key-01234',
    };
    await expect(deleteUploadedImage(connection, 'file_1')).rejects.toMatchObject({
      code: 'key-refused',
    });
  });
});

const answer = (status: number, body: object): readonly FaultStep[] => [
  { op: 'head', status, headers: { 'content-type': 'application/json' } },
  writeText(JSON.stringify(body)),
  { op: 'end' },
];

describe('uploadImage', () => {
  test('tries again when the server is busy, and not when it refuses', async () => {
    const faults = await startFaultServer();
    try {
      const connection: Connection = {
        wire: openaiResponses,
        model: 'm',
        baseUrl: `${faults.url}/v1`,
        ...noWait,
      };
      faults.play(
        answer(503, { error: { message: 'busy' } }),
        answer(200, { id: 'file-1', expires_at: 1_900_000_000 }),
      );
      expect(await uploadImage(connection, image())).toEqual({
        kind: 'file-id',
        fileId: 'file-1',
        expiresAtMs: 1_900_000_000_000,
      });
      expect(faults.requests).toHaveLength(2);
      expect(faults.requests[1]?.body).toContain('filename="image.png"');
      expect(faults.requests[1]?.body).not.toContain('quad');

      faults.play(answer(400, { error: { message: 'File is empty.' } }));
      await expect(uploadImage(connection, image())).rejects.toMatchObject({
        code: 'bad-request',
      });
      expect(faults.requests).toHaveLength(1);

      faults.play(answer(200, { object: 'file' }));
      await expect(uploadImage(connection, image())).rejects.toMatchObject({
        code: 'bad-response',
      });
    } finally {
      await faults.close();
    }
  });

  test('stops at the caller’s word', async () => {
    const faults = await startFaultServer();
    try {
      faults.play([{ op: 'wait', ms: 60_000 }]);
      const controller = new AbortController();
      const connection: Connection = { wire: openaiResponses, model: 'm', baseUrl: faults.url };
      const upload = uploadImage(connection, image(), { signal: controller.signal });
      setTimeout(() => controller.abort(), 50);
      await expect(upload).rejects.toMatchObject({ code: 'aborted' });
    } finally {
      await faults.close();
    }
  });

  test.each(places)(
    'deletes from $wire.name what had arrived when it was stopped',
    async ({ wire, path, model }) => {
      const demo = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
      const controller = new AbortController();
      const asked: string[] = [];
      const slow = await startServer({
        folder: import.meta.dirname,
        async handle(request) {
          const answer = await demo(request);
          asked.push(`${request.method} ${answer.status}`);
          // The file is there, and its id is not known yet.
          const isLast = !answer.headers.has('x-goog-upload-url');
          if (request.method === 'POST' && isLast) controller.abort();
          return answer;
        },
      });
      try {
        const connection: Connection = {
          wire,
          model,
          baseUrl: slow.url + path,
          apiKey: () => 'sk-demo-key-0123456789',
          maxRetries: 0,
        };
        await expect(
          uploadImage(connection, image(), { signal: controller.signal }),
        ).rejects.toMatchObject({ code: 'aborted' });
        await eventually(() => expect(asked.at(-1)).toMatch(/^DELETE 20/));
      } finally {
        await slow.close();
      }
    },
  );

  test('sends no key to another address that the answer names', async () => {
    const elsewhere = await startFaultServer();
    const faults = await startFaultServer();
    try {
      elsewhere.play([{ op: 'head', status: 200, headers: {} }, { op: 'end' }]);
      faults.play([
        { op: 'head', status: 200, headers: { 'x-goog-upload-url': `${elsewhere.url}/take` } },
        { op: 'end' },
      ]);
      const connection: Connection = { wire: geminiGenerate, model: 'm', baseUrl: faults.url };
      await expect(uploadImage(connection, image())).rejects.toMatchObject({
        code: 'bad-response',
      });
      expect(elsewhere.requests).toEqual([]);
    } finally {
      await Promise.all([faults.close(), elsewhere.close()]);
    }
  });

  test('says that a format keeps no files', async () => {
    const connection: Connection = { wire: openaiChat, model: 'm', baseUrl: server.url };
    await expect(uploadImage(connection, image())).rejects.toMatchObject({
      code: 'unsupported-by-wire',
    });
  });
});
