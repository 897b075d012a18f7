/** One conversation with three images, for every wire format: in Node, in a browser, and through other clients. */
import { createChatStore } from '../../src/chat/create-chat-store.js';
import type { Connection, SendInput } from '../../src/chat/types.js';
import { uploadImage } from '../../src/uploads/upload-image.js';
import type { ImagePart } from '../../src/messages/types.js';
import { createTransport } from '../../src/transport/create-transport.js';
import type { WireFormat } from '../../src/wire/types.js';

/** As the demo backend speaks of them, in this order. */
export const threeImages = [
  {
    name: 'photo.jpg',
    mediaType: 'image/jpeg',
    width: 1600,
    height: 1200,
    said: 'JPEG, 1600×1200',
  },
  { name: 'quad.png', mediaType: 'image/png', width: 96, height: 64, said: 'PNG, 96×64' },
  {
    name: 'small_text.png',
    mediaType: 'image/png',
    width: 1200,
    height: 800,
    said: 'PNG, 1200×800',
  },
] as const;

export const inOrder = new RegExp(
  threeImages
    .map(({ said }, index) => String.raw`Image ${index + 1}\W+${said}`)
    .join(String.raw`[\s\S]+`),
);

const models: Readonly<Record<string, string>> = {
  'openai-chat': 'gpt-5.6-terra',
  'openai-responses': 'gpt-6-astra',
  'anthropic-messages': 'claude-sonnet-5-5',
  'gemini-generate': 'gemini-3.8-flash',
  'ollama-chat': 'qwen3-vl:8b',
};

const key = 'sk-demo-key-0123456789';

/** A connection to a demo backend at this address; for an assistant one is made there. */
export async function connectTo(url: string, wire: WireFormat): Promise<Connection> {
  const baseUrl = wire.name.startsWith('openai') ? `${url}/v1` : url;
  const model = models[wire.name] ?? (await makeAssistant(baseUrl));
  return { wire, baseUrl, model, apiKey: () => key };
}

async function makeAssistant(baseUrl: string): Promise<string> {
  const response = await createTransport({ baseUrl }).send({
    path: '/assistants',
    headers: { 'content-type': 'application/json', 'openai-beta': 'assistants=v2' },
    body: JSON.stringify({ model: 'gpt-4o' }),
  });
  return ((await response.json()) as { id: string }).id;
}

/** As bytes, or uploaded where the format takes no bytes. */
export function imageParts(
  connection: Connection,
  load: (name: string) => Promise<Blob>,
): Promise<ImagePart[]> {
  const takesBytes = connection.wire.bytes;
  return Promise.all(
    threeImages.map(async ({ name, mediaType, width, height }) => {
      const bytes = new Blob([await load(name)], { type: mediaType });
      const data = takesBytes
        ? ({ kind: 'bytes', bytes } as const)
        : await uploadImage(connection, bytes, { name });
      return { type: 'image', id: name, name, mediaType, width, height, detail: 'low', data };
    }),
  );
}

/** The text of the answer to one question about some images. */
export async function askOnce(
  connection: Connection,
  images: readonly ImagePart[],
): Promise<string> {
  const [text = ''] = await askAll(connection, [{ text: 'What is this?', images }]);
  return text;
}

/** Asks about the three, then once more without images; the texts of both answers. */
export function askTwice(connection: Connection, images: readonly ImagePart[]): Promise<string[]> {
  return askAll(connection, [
    { text: 'Compare these images.', images },
    { text: 'And which one is the largest?' },
  ]);
}

async function askAll(connection: Connection, inputs: readonly SendInput[]): Promise<string[]> {
  const store = createChatStore({ connection, createTransport, system: 'Be brief.' });
  for (const input of inputs) {
    const ended = nextEnd(store);
    const outcome = await store.send(input);
    if (!outcome.accepted) throw outcome.error;
    await ended;
  }
  return store.getSnapshot().entries.flatMap(({ message, answer }) => {
    if (!answer) return [];
    if (answer.error) throw answer.error;
    return message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
  });
}

function nextEnd(store: ReturnType<typeof createChatStore>): Promise<void> {
  return new Promise((resolve) => {
    let hasStarted = false;
    const stop = store.subscribe(() => {
      const { status } = store.getSnapshot();
      hasStarted ||= status !== 'ready';
      if (!hasStarted || status !== 'ready') return;
      stop();
      resolve();
    });
  });
}
